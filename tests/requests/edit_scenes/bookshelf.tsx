import React from 'react';
import {AbsoluteFill, random, spring, useCurrentFrame, useVideoConfig} from 'remotion';

type Props = {
  heading: string;
  intro: string;
  books: {label: string; value: string}[];
  footnote: string;
  shelfColor: string;
  wallColor: string;
  titleColor: string;
  headingColor: string;
  spineWidth: number;
  spineHeight: number;
  titleSize: number;
  bookDelay: number;
  hue: number;
  saturation: number;
  lean: 'none' | 'last';
  plant: 'none' | 'cactus' | 'fern';
};

export const defaultProps: Props = {
  heading: 'What we read in May',
  intro: 'Six evenings, five books, one argument',
  books: [
    {label: 'Piranesi', value: 'Susanna Clarke'},
    {label: 'Stoner', value: 'John Williams'},
    {label: 'Kindred', value: 'Octavia Butler'},
    {label: 'The Door', value: 'Magda Szabó'},
    {label: 'Austerlitz', value: 'W. G. Sebald'},
  ],
  footnote: 'Next meeting: 4 June, back room',
  shelfColor: '#8d5b3a',
  wallColor: '#f0ead2',
  titleColor: '#fffaf0',
  headingColor: '#432818',
  spineWidth: 130,
  spineHeight: 520,
  titleSize: 44,
  bookDelay: 0.3,
  hue: 20,
  saturation: 45,
  lean: 'last',
  plant: 'cactus',
};

export const meta = {id: 'Bookshelf', durationInFrames: 180, fps: 30, width: 1920, height: 1080};

export default function Bookshelf(props: Props) {
  const frame = useCurrentFrame();
  const {fps} = useVideoConfig();
  const placed = (i: number) => spring({frame: frame - (0.6 + i * props.bookDelay) * fps, fps, config: {damping: 14}});
  const head = spring({frame, fps, config: {damping: 200}});
  const leaves = props.plant === 'fern' ? 7 : 1;

  return (
    <AbsoluteFill style={{backgroundColor: props.wallColor, color: props.headingColor, fontFamily: 'Libre Baskerville, serif'}}>
      <div style={{padding: '80px 140px 0', opacity: head}}>
        <div style={{fontSize: 92, fontWeight: 700}}>{props.heading}</div>
        <div style={{fontSize: 42, marginTop: 14}}>{props.intro}</div>
      </div>
      <div style={{position: 'absolute', left: 160, bottom: 180, display: 'flex', alignItems: 'flex-end', gap: 8}}>
        {props.books.map((book, i) => (
          <div
            key={book.label}
            style={{
              width: props.spineWidth,
              height: props.spineHeight * (0.85 + random(book.label) * 0.15),
              borderRadius: 8,
              backgroundColor: `hsl(${props.hue + i * 40} ${props.saturation}% 38%)`,
              color: props.titleColor,
              writingMode: 'vertical-rl',
              display: 'flex',
              alignItems: 'center',
              gap: 24,
              padding: '28px 0',
              transformOrigin: 'bottom left',
              transform: `translateY(${(placed(i) - 1) * 900}px) rotate(${props.lean === 'last' && i === props.books.length - 1 ? 9 : 0}deg)`,
            }}
          >
            <span style={{fontSize: props.titleSize}}>{book.label}</span>
            <span style={{fontSize: props.titleSize * 0.55, opacity: 0.8}}>{book.value}</span>
          </div>
        ))}
      </div>
      {props.plant === 'none' ? null : (
        <svg style={{position: 'absolute', right: 200, bottom: 180}} width={260} height={360} viewBox="-130 -360 260 360">
          {Array.from({length: leaves}, (_, i) => (
            <ellipse key={i} cx={0} cy={-190} rx={leaves > 1 ? 18 : 52} ry={120} fill="#588157" transform={`rotate(${(i - (leaves - 1) / 2) * 22} 0 -100)`} />
          ))}
          <polygon points="-80,-110 80,-110 58,0 -58,0" fill="#bc6c25" />
        </svg>
      )}
      <div style={{position: 'absolute', left: 100, right: 100, bottom: 150, height: 30, backgroundColor: props.shelfColor}} />
      <div style={{position: 'absolute', left: 140, bottom: 70, fontSize: 36}}>{props.footnote}</div>
      <div style={{position: 'absolute', right: 140, bottom: 70, fontSize: 36}}>New readers welcome</div>
    </AbsoluteFill>
  );
}
