import {AppWindow, ChartColumn, Image, Package, Type, Waves} from 'lucide-react';
import type {LucideIcon} from 'lucide-react';
import {useEffect, useRef, useState} from 'react';
import type {Summary, TemplateDetail} from '../api';
import {Thumbnail} from '../stage';
import {useDetail} from './details';
import type {Details} from './details';
import {Moving} from './moving';
import './card.css';

export type CardProps = {
  template: Summary;
  details: Details;
  moves: boolean;
  onOpen: () => void;
  onAttend: (attends: boolean) => void;
};

/** A template as a picture that moves when one is at it, with its name and what it shows. */
export const Card = ({template, details, moves, onOpen, onAttend}: CardProps) => {
  const {name, shows, id, category} = template;
  const card = useRef<HTMLButtonElement>(null);
  const near = useNear(card);
  const {detail} = useDetail(details, id, near);
  return (
    <button
      ref={card}
      type="button"
      className="gallery-card"
      data-template={id}
      onClick={onOpen}
      onPointerEnter={({pointerType}) => pointerType === 'mouse' && onAttend(true)}
      onPointerLeave={() => onAttend(false)}
      onFocus={({target}) => target.matches(':focus-visible') && onAttend(true)}
      onBlur={() => onAttend(false)}
    >
      <span className="gallery-picture">
        <Emblem category={category} />
        {near && <Shown detail={detail} moves={moves} />}
      </span>
      <span className="gallery-name">{name}</span>
      <span className="gallery-shows">{shows}</span>
    </button>
  );
};

/** The picture of a template, from where most of it is to be seen. */
const Shown = ({detail, moves}: {detail: TemplateDetail | null; moves: boolean}) => {
  const playable = detail?.clip?.playable;
  if (!playable) return null;
  return (
    <>
      <Thumbnail playable={playable} frame={Math.round(playable.meta.durationInFrames * 0.6)} />
      {moves && <Moving playable={playable} />}
    </>
  );
};

const EMBLEMS: Record<string, LucideIcon> = {
  text: Type,
  data: ChartColumn,
  brand: Package,
  interface: AppWindow,
  media: Image,
  background: Waves,
};

/** Holds the place of a picture. */
export const Emblem = ({category}: {category: string}) => {
  const Icon = EMBLEMS[category] ?? Type;
  return (
    <span className="gallery-emblem" aria-hidden>
      <Icon />
    </span>
  );
};

const useNear = (card: {current: HTMLElement | null}) => {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = card.current;
    if (!watched || near) return undefined;
    const watcher = new IntersectionObserver(
      (entries) => entries.some(({isIntersecting}) => isIntersecting) && setNear(true),
      {rootMargin: '240px'},
    );
    watcher.observe(watched);
    return () => watcher.disconnect();
  }, [card, near]);
  return near;
};
