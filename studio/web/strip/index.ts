export {removeScene} from './scene-tile';
export {Strip} from './strip';
