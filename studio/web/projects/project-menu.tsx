import {ChevronDown, Film, Plus, Trash2} from 'lucide-react';
import {Button, Menu, MenuItem, MenuLabel, MenuLine} from '../look';
import {studio, useSession} from '../session';

const SHOWN = 8;

/** The name of the open project, with the way to others. */
export const ProjectMenu = () => {
  const project = useSession((session) => session.project);
  const projects = useSession((session) => session.projects) ?? [];
  const others = projects.filter(({id}) => id !== project?.id).slice(0, SHOWN);
  if (!project) return null;
  return (
    <>
      <h1 className="unseen">{project.name}</h1>
      <Menu
        trigger={
          <Button weight="quiet" className="projects-menu">
            <span className="projects-menu-name">{project.name}</span>
            <ChevronDown />
          </Button>
        }
      >
        {others.length > 0 && <MenuLabel>Open</MenuLabel>}
        {others.map(({id, name}) => (
          <MenuItem key={id} icon={<Film />} onSelect={() => void studio.opening.open(id)}>
            {name}
          </MenuItem>
        ))}
        {others.length > 0 && <MenuLine />}
        <MenuItem icon={<Plus />} onSelect={studio.opening.leave}>
          New project
        </MenuItem>
        <MenuItem icon={<Trash2 />} danger onSelect={() => void studio.projects.remove(project)}>
          Delete “{project.name}”
        </MenuItem>
      </Menu>
    </>
  );
};
