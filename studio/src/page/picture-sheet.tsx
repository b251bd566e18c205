import {useEffect, useLayoutEffect, useState} from 'react';
import {AbsoluteFill, Img, continueRender, delayRender, staticFile} from 'remotion';
import type {Sheet, Tile} from '../film';
import {loadTypefaces} from './typefaces';

const readSheet = async (): Promise<Sheet> => {
  const response = await fetch(staticFile('sheet.json'));
  return (await response.json()) as Sheet;
};

const LabelledPicture = ({tile}: {tile: Tile}) => (
  <div style={{position: 'absolute', left: tile.x, top: tile.y, width: tile.width}}>
    <Img
      src={staticFile(tile.file)}
      style={{display: 'block', width: tile.width, height: tile.height}}
    />
    <div
      style={{
        font: '500 18px Inter',
        color: '#D5D9E2',
        lineHeight: '34px',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
      }}
    >
      {tile.label}
    </div>
  </div>
);

/** Pictures with their labels on a dark ground, set where the tools say. */
export const PictureSheet = () => {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [handle] = useState(() => delayRender('reading the sheet and the fonts'));
  useEffect(() => {
    void Promise.all([readSheet(), loadTypefaces()]).then(([read]) => setSheet(read));
  }, []);
  useLayoutEffect(() => {
    if (sheet !== null) {
      continueRender(handle);
    }
  }, [sheet, handle]);
  return (
    <AbsoluteFill style={{backgroundColor: '#23262E'}}>
      {sheet?.tiles.map((tile) => (
        <LabelledPicture key={tile.file} tile={tile} />
      ))}
    </AbsoluteFill>
  );
};
