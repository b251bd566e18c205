import {transformSync} from 'esbuild';
import type {Playable} from '../web/api';

const META = {id: 'scene', durationInFrames: 90, fps: 30, width: 1920, height: 1080};

const IMPORTS = `
import {useEffect, useState} from 'react';
import {AbsoluteFill, useCurrentFrame} from 'remotion';
`;

/** A scene as the server would hand it out, though it would refuse many of those that tests need. */
export const sceneOf = (code: string, meta: Partial<Playable['meta']> = {}): Playable => ({
  modules: [
    {
      path: 'scenes/Scene.tsx',
      javascript: transformSync(IMPORTS + code, {loader: 'tsx', jsx: 'automatic'}).code,
    },
    {path: 'Film.tsx', javascript: `export {default} from './scenes/Scene';`},
  ],
  entry: 'Film.tsx',
  props: {},
  meta: {...META, ...meta},
});

/** A scene that shows a word and the number of the frame, on a ground of one colour. */
export const plainScene = (
  word: string,
  ground = '#123456',
  meta: Partial<Playable['meta']> = {},
) =>
  sceneOf(
    `export default function Scene() {
      const frame = useCurrentFrame();
      return (
        <AbsoluteFill style={{background: '${ground}', color: 'white', fontSize: 200}}>
          <p data-testid="word">${word}</p>
          <p data-testid="frame">{frame}</p>
        </AbsoluteFill>
      );
    }`,
    meta,
  );

/** A scene that does something once it is there; what it reports, or how it was refused, stands on its body. */
export const sceneThatDoes = (deed: string, word = 'there') =>
  sceneOf(
    `export default function Scene() {
      useEffect(() => {
        delete document.body.dataset.said;
        const report = (text) => { document.body.dataset.said = text; };
        (async () => { ${deed} })().catch((error) => report('refused: ' + error.name));
      }, []);
      return <AbsoluteFill><p data-testid="word">${word}</p></AbsoluteFill>;
    }`,
  );
