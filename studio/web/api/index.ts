export {Client} from './client';
export type {Progress} from './client';
export {ApiProblem} from './problem';
export {TRANSITIONS} from './project';
export type {Op} from './project';
export type * from './reply';
