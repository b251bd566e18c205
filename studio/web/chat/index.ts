export {Chat} from './chat';
