export {Stage} from './stage';
export type {StageHandle, StageProps} from './stage';
export {Thumbnail} from './thumbnail';
export type {Mark} from './timeline';
