import {useEffect, useRef, useState} from 'react';
import {useStore} from 'zustand';
import type {Playable} from '../api';
import {Projector} from '../stage/projector';

/** A film that plays by itself, without anything to stop it; nothing is seen of it before its first picture. */
export const Moving = ({playable}: {playable: Playable}) => {
  const [projector] = useState(() => new Projector());
  const place = useRef<HTMLDivElement>(null);
  const visible = useStore(
    projector.store,
    (projection) => projection.visible && !projection.trouble,
  );
  const {width, height} = playable.meta;
  useEffect(() => {
    const room = place.current;
    if (!room) return undefined;
    const detach = projector.attach(room);
    const fit = () => projector.arrange([{width, height, box: fitted(room, width / height)}]);
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(room);
    return () => {
      watcher.disconnect();
      detach();
    };
  }, [projector, width, height]);
  useEffect(() => {
    projector.play();
    projector.show(playable);
  }, [projector, playable]);
  return (
    <div ref={place} className="gallery-moving stage-frames" data-visible={visible} aria-hidden />
  );
};

/** The largest box of a shape in a room, in its middle. */
const fitted = ({clientWidth, clientHeight}: HTMLElement, shape: number) => {
  const width = Math.min(clientWidth, clientHeight * shape);
  const height = width / shape;
  return {left: (clientWidth - width) / 2, top: (clientHeight - height) / 2, width, height};
};
