export {Strip} from './strip';
export type {StripProps} from './strip';
