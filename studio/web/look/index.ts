import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './base.css';
import './tokens.css';

export {Button, IconButton} from './button';
export type {ButtonProps, IconButtonProps} from './button';
export {Dialog} from './dialog';
export {EmptyState, Skeleton} from './empty-state';
export {Field} from './field';
export {Keys} from './keys';
export {Menu, MenuChoices, MenuItem, MenuLabel, MenuLine} from './menu';
export {Tabs} from './tabs';
export {Toast, ToastRoom} from './toast';
export {Tooltip, TooltipRoom} from './tooltip';
