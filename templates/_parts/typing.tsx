<# Typed: text that is being written by hand, keys falling unevenly; what is not typed yet keeps its place. #>
/** Text as far as it is typed, and a caret that blinks while no key falls. */
const Typed = ({text, typed, color}: {text: string; typed: number; color: string}) => {
  const letters = Array.from(new Intl.Segmenter().segment(text), ({segment}) => segment);
  const shown = letters.filter((_, i) => i + 0.5 + Math.sin(i * i) / 2 <= typed * letters.length);
  const lit = useClock(1.8) % 1 < 0.55 || (typed > 0 && typed < 1);
  const place = {display: 'inline-block', verticalAlign: '-0.2em', marginInlineEnd: '-0.08em'};
  const caret = {width: '0.08em', height: '1.15em', backgroundColor: color, opacity: lit ? 1 : 0};
  return (
    <span dir="auto">
      {shown.join('')}
      <span style={{...place, ...caret}} />
      <span style={{visibility: 'hidden'}}>{letters.slice(shown.length).join('')}</span>
    </span>
  );
};
