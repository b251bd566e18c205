import {useState} from 'react';
import type {KeyboardEvent, PointerEvent} from 'react';

const [LEAST, MOST, USUAL] = [272, 720, 344];

const STEP = 16;

const WIDTH = 'firstframe-side';

export type DividerProps = {width: number; onWidth: (width: number) => void};

/** The edge between stage and side panel, which can be dragged or moved by the arrow keys. */
export const Divider = ({width, onWidth}: DividerProps) => {
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onWidth(innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = {ArrowLeft: STEP, ArrowRight: -STEP}[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onWidth(width + step);
  };
  return (
    <div
      className="shell-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the side panel"
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onWidth(USUAL)}
    />
  );
};

/** How wide the side panel is, from visit to visit. */
export const useSideWidth = (): DividerProps => {
  const [width, setWidth] = useState(() => Number(localStorage.getItem(WIDTH)) || USUAL);
  const onWidth = (wanted: number) => {
    const most = Math.min(MOST, innerWidth / 2);
    const now = Math.round(Math.max(LEAST, Math.min(most, wanted)));
    localStorage.setItem(WIDTH, `${now}`);
    setWidth(now);
  };
  return {width, onWidth};
};
