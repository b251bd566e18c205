export {ProjectList} from './project-list';
export {ProjectMenu} from './project-menu';
