export {CodeView} from './code-view';
export type {CodeViewProps} from './code-view';
export {Quoted} from './quoted';
