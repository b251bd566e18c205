import {timeInWords, waterfallOf} from './waterfall';
import type {Bar} from './waterfall';
import './times.css';

/** Where the time went: every stage where and as long as it was, all on one scale. */
export const Times = ({stages}: {stages: Record<string, number>}) => {
  const {bars, total, ticks} = waterfallOf(stages);
  if (bars.length === 0) return null;
  return (
    <section className="why-section">
      <h3 className="why-heading">
        Time
        <span className="why-sum">{timeInWords(total)}</span>
      </h3>
      <ol className="why-bars">
        {bars.map((bar) => (
          <BarRow key={bar.stage} bar={bar} total={total} />
        ))}
      </ol>
      <div className="why-ticks" aria-hidden>
        <span />
        <div>
          {ticks.map((tick) => (
            <span key={tick} style={{left: `${(100 * tick) / total}%`}}>
              {tick === 0 ? '0' : timeInWords(tick)}
            </span>
          ))}
        </div>
      </div>
    </section>
  );
};

const BarRow = ({bar: {name, from, took}, total}: {bar: Bar; total: number}) => (
  <li className="why-bar">
    <span className="why-bar-name">{name}</span>
    <span className="why-bar-lane" aria-hidden>
      <span
        className="why-bar-took"
        style={{
          left: `min(${(100 * from) / total}%, 100% - 2px)`,
          width: `${(100 * took) / total}%`,
        }}
      />
    </span>
    <span className="why-bar-time">{timeInWords(took)}</span>
  </li>
);
