import {Suspense, useEffect, useState} from 'react';
import type {Summary, TemplateDetail} from '../api';
import {Dialog, Skeleton} from '../look';
import {studio} from '../session';
import {Boundary} from './boundary';
import {later} from './later';

const Gallery = later(() => import('../gallery').then((module) => module.Gallery));

/** All templates, over everything else. */
export const GalleryView = ({open, onClose}: {open: boolean; onClose: () => void}) => (
  <Dialog open={open} onClose={onClose} title="Templates" shape="full">
    <Boundary name="The gallery">
      <Suspense fallback={<Waiting />}>
        <Templates onClose={onClose} />
      </Suspense>
    </Boundary>
  </Dialog>
);

const Templates = ({onClose}: {onClose: () => void}) => {
  const templates = useTemplates();
  const attempt = (prompt: string) => {
    onClose();
    studio.drafting.type(prompt);
    // The dialog gives the focus back first.
    setTimeout(() => document.getElementById('composer')?.focus());
  };
  return <Gallery templates={templates} load={load} onTry={attempt} />;
};

const load = async (id: string): Promise<TemplateDetail> => {
  const {data} = await studio.client.get<TemplateDetail>(`/v1/templates/${encodeURIComponent(id)}`);
  return data;
};

/** The library as it was listed in this visit. */
let listed: Summary[] = [];

const useTemplates = (): Summary[] => {
  const [templates, setTemplates] = useState(listed);
  useEffect(() => {
    const list = async () => {
      const {data} = await studio.client.get<{templates: Summary[]}>('/v1/templates');
      listed = data.templates;
      setTemplates(listed);
    };
    const ask = () => void list().catch((error: unknown) => studio.notices.fail(error, ask));
    ask();
  }, []);
  return templates;
};

const Waiting = () => (
  <div className="shell-panel-waiting" aria-hidden>
    <Skeleton width="18rem" height="2.25rem" />
    <Skeleton width="60%" height="1.5rem" />
  </div>
);
