export {Boundary} from './boundary';
export {Shell} from './shell';
