export {Composer} from './composer';
export {Examples} from './examples';
export {nameOf, sceneName} from './template-name';
