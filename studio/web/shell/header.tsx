import {Command, Grid2x2, LayoutTemplate, Monitor, Moon, Redo2, Sun, Undo2} from 'lucide-react';
import type {ReactNode} from 'react';
import {Button, IconButton, Menu, MenuChoices} from '../look';
import {ProjectMenu} from '../projects';
import {studio, useSession} from '../session';
import type {Theme} from '../session';
import {ExportMenu} from './export-menu';
import {Mark} from './mark';
import type {PageState} from './page';

export type HeaderProps = {page: PageState; onPicture: () => Promise<Blob | null>};

/** The bar at the top: where one is, and what is always at hand. */
export const Header = ({page: {formats, deeds}, onPicture}: HeaderProps) => {
  const hasAllFormats = formats === 'all';
  const isOpen = useSession(({opened}) => opened === 'open');
  return (
    <header className="shell-header">
      <a className="shell-home" href="#/" aria-label="Firstframe, all projects">
        <Mark />
        <span className="shell-wordmark">Firstframe</span>
      </a>
      {isOpen && (
        <>
          <span className="shell-slash" aria-hidden />
          <ProjectMenu />
          <Rewind />
        </>
      )}
      <div className="shell-header-end">
        <Button
          weight="quiet"
          onClick={deeds.gallery}
          className="shell-templates"
          aria-label="Templates"
        >
          <LayoutTemplate />
          <span className="shell-label">Templates</span>
        </Button>
        {isOpen && (
          <IconButton
            label={hasAllFormats ? 'One format' : 'All formats side by side'}
            keys="F"
            aria-pressed={hasAllFormats}
            onClick={deeds.formats}
            className="shell-formats"
          >
            <Grid2x2 />
          </IconButton>
        )}
        <ExportMenu onPicture={onPicture} />
        <ThemeMenu />
        <IconButton label="Commands" keys="Ctrl K" onClick={deeds.commands}>
          <Command />
        </IconButton>
      </div>
    </header>
  );
};

const Rewind = () => {
  const {canUndo, canRedo} = useSession((session) => session.standing);
  return (
    <div className="shell-rewind">
      <IconButton
        label="Undo"
        keys="Ctrl Z"
        aria-disabled={!canUndo}
        onClick={() => void studio.changing.undo()}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        label="Redo"
        keys="Ctrl Shift Z"
        aria-disabled={!canRedo}
        onClick={() => void studio.changing.redo()}
      >
        <Redo2 />
      </IconButton>
    </div>
  );
};

const THEMES: readonly {value: Theme; label: string; icon: ReactNode}[] = [
  {value: 'system', label: 'As the system', icon: <Monitor />},
  {value: 'light', label: 'Light', icon: <Sun />},
  {value: 'dark', label: 'Dark', icon: <Moon />},
];

const ThemeMenu = () => {
  const theme = useSession((session) => session.theme);
  const icon = THEMES.find(({value}) => value === theme)?.icon;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Theme" className="shell-theme">
          {icon}
        </IconButton>
      }
    >
      <MenuChoices choices={THEMES} value={theme} onChange={studio.choosing.setTheme} />
    </Menu>
  );
};
