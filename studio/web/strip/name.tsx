import {useEffect, useRef, useState} from 'react';
import type {SceneRecord} from '../api';
import {sceneName} from '../composer';
import {studio} from '../session';
import {withScene} from './order';

export type NameProps = {
  scene: SceneRecord;
  number: number;
  isNaming: boolean;
  onNaming: (isNaming: boolean) => void;
};

/** What a scene is called; a double click changes it. */
export const Name = ({scene, number, isNaming, onNaming}: NameProps) => {
  if (isNaming) return <Naming scene={scene} number={number} onDone={() => onNaming(false)} />;
  return (
    <span className="strip-name" title={sceneName(scene)} onDoubleClick={() => onNaming(true)}>
      {sceneName(scene)}
    </span>
  );
};

const Naming = ({
  scene,
  number,
  onDone,
}: {
  scene: SceneRecord;
  number: number;
  onDone: () => void;
}) => {
  const [name, setName] = useState(sceneName(scene));
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => field.current?.select(), []);
  const end = (isKept: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    onDone();
    const named = name.trim();
    if (!isKept || !named || named === sceneName(scene)) return;
    void studio.changing.operate([{op: 'rename', scene: number, name: named}], (project) =>
      withScene(project, scene.id, {name: named}),
    );
  };
  return (
    <input
      ref={field}
      className="strip-field"
      aria-label={`Name of scene ${number}`}
      value={name}
      maxLength={80}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(true);
        if (event.key === 'Escape') end(false);
      }}
    />
  );
};
