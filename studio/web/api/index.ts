export {Client} from './client';
export type {ClientOptions, Progress} from './client';
export {ApiProblem} from './problem';
export {TRANSITIONS} from './project';
export type {Op} from './project';
export type * from './reply';
