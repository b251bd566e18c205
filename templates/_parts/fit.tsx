<# Text that fits by measure. Styles first, then useFonts, then fitLines, which Lines shows. #>
const headingStyle = (type: Type) => ({
  fontFamily: type.heading,
  fontWeight: type.weight,
  letterSpacing: `${type.tracking}em`,
<% if case == "upper" %>
  textTransform: 'uppercase' as const,
<% elif case == "lower" %>
  textTransform: 'lowercase' as const,
<% elif case == "title" %>
  textTransform: 'capitalize' as const,
<% endif %>
});

<% if case == "upper" or case == "lower" or case == "title" %>
const bodyStyle = (type: Type) => ({
  fontFamily: type.body,
  fontWeight: 400,
<% if case == "upper" %>
  textTransform: 'uppercase' as const,
<% elif case == "lower" %>
  textTransform: 'lowercase' as const,
<% elif case == "title" %>
  textTransform: 'capitalize' as const,
<% endif %>
});
<% else %>
const bodyStyle = (type: Type) => ({fontFamily: type.body, fontWeight: 400});
<% endif %>

type TextStyle = {fontFamily: string; fontWeight: number; letterSpacing?: string};

/** Holds the render until text in these styles can be measured. */
const useFonts = (text: string, ...styles: TextStyle[]) => {
  const {delayRender, continueRender} = useDelayRender();
  const [handle] = useState(() => delayRender('Loading fonts'));
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (ready) return continueRender(handle);
    const faces = styles.map(({fontWeight, fontFamily}) => `${fontWeight} 9px ${fontFamily}`);
    const loading = faces.map((face) => document.fonts.load(face, text));
    Promise.allSettled(loading).then(() => setReady(true));
  }, [ready]);
  return ready;
};

/** A line may break after a space, a CJK character, and in a word longer than 24 letters. */
const BREAKS = /(?<=\s|\S{24}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。](?![\s\p{P}\p{M}ー]))/u;

type Box = {width: number; height: number; size: number; leading: number};

/** The largest type, up to size, at which the text fits the box, in few and balanced lines. */
const fitLines = (text: string, style: TextStyle, {width, height, size, leading}: Box) => {
  const words = text.split(BREAKS);
  const ems = words.map((word) => measureText({text: word, fontSize: 100, ...style}).width / 100);
  const wrap = (room: number) => {
    const lines: string[] = [];
    let used = Infinity;
    words.forEach((word, i) => {
      const fits = used + ems[i] <= room;
      if (fits) lines[lines.length - 1] += word;
      else lines.push(word);
      used = word.endsWith('\n') ? Infinity : ems[i] + (fits ? used : 0);
    });
    return lines;
  };
  let best = {fontSize: 0, lines: words};
  const whole = ems.reduce((sum, em) => sum + em);
  for (let room = Math.max(...ems); room < whole * 1.02; room *= 1.02) {
    const lines = wrap(room);
    const fontSize = Math.min(size, width / room, height / leading / lines.length);
    const fewer = fontSize === best.fontSize && lines.length < best.lines.length;
    if (fontSize > best.fontSize || fewer) best = {fontSize, lines};
  }
  const {fontSize, lines} = best;
  return {lines, fontSize, style: {...style, fontSize, lineHeight: leading, whiteSpace: 'pre'}};
};
