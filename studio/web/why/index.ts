export {Why} from './why';
export type {WhyProps} from './why';
