import {Ellipsis, Trash2} from 'lucide-react';
import type {ProjectSummary} from '../api';
import {IconButton, Menu, MenuItem, Skeleton} from '../look';
import {studio, useSession} from '../session';
import {Cover} from './cover';
import {since} from './since';
import './projects.css';

const WAITING = [1, 2, 3, 4];

/** The projects that were worked on last. */
export const ProjectList = () => {
  const projects = useSession((session) => session.projects);
  if (projects?.length === 0) return <div className="projects" aria-hidden />;
  return (
    <section className="projects" aria-labelledby="projects-title">
      <h2 id="projects-title" className="projects-title">
        Your projects
      </h2>
      <ul className="projects-list">
        {projects
          ? projects.map((project) => <Card key={project.id} project={project} />)
          : WAITING.map((number) => (
              <li key={number} className="projects-card" aria-hidden>
                <span className="projects-open">
                  <span className="projects-cover" />
                  <Skeleton width="60%" />
                  <Skeleton width="40%" height="0.75rem" />
                </span>
              </li>
            ))}
      </ul>
    </section>
  );
};

const Card = ({project}: {project: ProjectSummary}) => {
  const {id, name, scenes, seconds, changed} = project;
  const amount = scenes === 1 ? '1 scene' : `${scenes} scenes`;
  return (
    <li className="projects-card">
      <a className="projects-open" href={`#/p/${id}`}>
        {scenes > 0 ? (
          <Cover project={id} revision={project.revision} />
        ) : (
          <span className="projects-cover" />
        )}
        <span className="projects-name">{name}</span>
        <span className="projects-facts">
          {scenes === 0 ? 'Empty' : `${amount}, ${Number(seconds.toFixed(1))} s`}
        </span>
        <span className="projects-facts">{since(new Date(changed))}</span>
      </a>
      <Menu
        align="end"
        trigger={
          <IconButton label={`More about ${name}`} size="small" className="projects-more">
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem icon={<Trash2 />} danger onSelect={() => void studio.projects.remove(project)}>
          Delete
        </MenuItem>
      </Menu>
    </li>
  );
};
