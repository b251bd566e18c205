export {Controls} from './controls';
export type {ControlsProps} from './controls';
export type {Upload} from './picture';
