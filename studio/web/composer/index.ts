export {Composer} from './composer';
export {Examples} from './examples';
export {nameOf} from './template-name';
