export {Shell} from './shell';
