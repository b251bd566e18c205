export {Strip} from './strip';
