import {ChevronDown} from 'lucide-react';
import {Popover} from 'radix-ui';
import {useRef, useState} from 'react';
import type {KeyboardEvent, PointerEvent} from 'react';
import {spokenChoice} from './choice';
import {CURVES, drawnCurve, pointsOf, withPoint, writeCurve} from './curve';
import type {Points} from './curve';
import {useEditing} from './editing';
import type {Editing, EditorProps} from './editing';
import './easing.css';

/** How things come and go: a curve by name, or one that is bent by hand. */
export const Easing = (props: EditorProps<string>) => {
  const {control, id, value} = props;
  const [open, setOpen] = useState(false);
  const editing = useEditing(props);
  const turn = (now: boolean) => {
    if (now) editing.begin();
    else editing.end();
    setOpen(now);
  };
  const shown = value ?? 'smooth';
  return (
    <Popover.Root open={open} onOpenChange={turn}>
      <Popover.Trigger
        id={id}
        className="control-select"
        aria-label={`${control.label}: ${spokenChoice(shown)}`}
      >
        <Drawn curve={shown} />
        <span className="control-family">{shown in CURVES ? spokenChoice(shown) : 'By hand'}</span>
        <ChevronDown />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu control-curves"
          aria-label="Curve"
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <Bend curve={shown} editing={editing} />
          <div className="control-curve-names" role="group" aria-label="Curves">
            {Object.keys(CURVES).map((name) => (
              <button
                key={name}
                type="button"
                className="control-curve"
                aria-pressed={name === shown}
                onClick={() => editing.change(name)}
              >
                <Drawn curve={name} />
                {spokenChoice(name)}
              </button>
            ))}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};

const Drawn = ({curve}: {curve: string}) => (
  <svg className="control-drawn" viewBox="-6 -20 112 140" aria-hidden>
    <path d={drawnCurve(curve)} />
  </svg>
);

/** The square in which a curve is bent, with room above and below for what goes beyond. */
const Bend = ({curve, editing}: {curve: string; editing: Editing<string>}) => {
  const points = pointsOf(curve);
  return (
    <svg className="control-bend" viewBox="-40 -28 180 156" role="group" aria-label="Curve by hand">
      <rect className="control-bend-box" width="100" height="100" />
      <path className="control-bend-curve" d={drawnCurve(curve)} />
      {points && <Handle points={points} which={0} editing={editing} />}
      {points && <Handle points={points} which={1} editing={editing} />}
    </svg>
  );
};

type HandleProps = {points: Points; which: 0 | 1; editing: Editing<string>};

const Handle = ({points, which, editing}: HandleProps) => {
  const spot = useRef<SVGCircleElement>(null);
  const [x = 0, y = 0] = points.slice(which * 2);
  const put = (toX: number, toY: number) =>
    editing.change(writeCurve(withPoint(points, which, toX, toY)));
  const drag = (event: PointerEvent) => {
    const matrix = spot.current?.ownerSVGElement?.getScreenCTM();
    if (event.buttons !== 1 || !matrix) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    put(at.x / 100, 1 - at.y / 100);
  };
  const keys = (event: KeyboardEvent) => {
    const way = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]}[
      event.key
    ];
    if (!way) return;
    event.preventDefault();
    const size = event.shiftKey ? 0.1 : 0.02;
    put(x + size * (way[0] ?? 0), y + size * (way[1] ?? 0));
  };
  return (
    <>
      <line
        className="control-bend-arm"
        x1={which * 100}
        y1={100 - which * 100}
        x2={x * 100}
        y2={100 - y * 100}
      />
      <circle
        ref={spot}
        className="control-bend-handle"
        cx={x * 100}
        cy={100 - y * 100}
        r="5"
        role="slider"
        tabIndex={0}
        aria-label={which === 0 ? 'How it begins' : 'How it ends'}
        aria-valuenow={y}
        aria-valuetext={`${x}, ${y}`}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={keys}
      />
    </>
  );
};
