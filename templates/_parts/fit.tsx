<# Text that fits by measure. Styles first, then useFonts, then fitLines. #>
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

const bodyStyle = (type: Type) => ({
  fontFamily: type.body,
  fontWeight: 400,
  letterSpacing: '0em',
<% if case == "upper" %>
  textTransform: 'uppercase' as const,
<% elif case == "lower" %>
  textTransform: 'lowercase' as const,
<% elif case == "title" %>
  textTransform: 'capitalize' as const,
<% endif %>
});

type TextStyle = {fontFamily: string; fontWeight: number; letterSpacing: string};

/** Holds the render until text in these styles can be measured. */
const useFonts = (text: string, ...styles: TextStyle[]) => {
  const {delayRender, continueRender} = useDelayRender();
  const [handle] = useState(() => delayRender('Loading fonts'));
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (ready) return continueRender(handle);
    const faces = styles.map(({fontWeight, fontFamily}) => `${fontWeight} 100px ${fontFamily}`);
    const loading = faces.map((face) => document.fonts.load(face, text));
    Promise.allSettled(loading).then(() => setReady(true));
  }, [ready]);
  return ready;
};

/** A line may break after a space, between CJK characters, and in a word longer than 24 letters. */
const BREAKS =
  /(?<=\s|\S{24}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。](?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]))/u;

type Box = {width: number; height: number; size: number; leading: number};

/** The largest type, up to box.size, at which the text fits the box, and its balanced lines. */
const fitLines = (text: string, box: Box, style: TextStyle) => {
  const words = text.split(BREAKS);
  const ems = words.map((word) => measureText({text: word, fontSize: 100, ...style}).width / 100);
  const wrap = (room: number) => {
    const lines: string[] = [];
    let used = Infinity;
    words.forEach((word, i) => {
      if (used + ems[i] > room) {
        lines.push('');
        used = 0;
      }
      lines[lines.length - 1] += word;
      used = word.endsWith('\n') ? Infinity : used + ems[i];
    });
    return lines;
  };
  const widest = Math.max(...ems);
  let fontSize = Math.min(box.size, box.width / widest);
  while (wrap(box.width / fontSize).length * fontSize * box.leading > box.height) fontSize *= 0.97;
  const {length} = wrap(box.width / fontSize);
  let room = box.width / fontSize;
  while (room * 0.98 > widest && wrap(room * 0.98).length === length) room *= 0.98;
  return {fontSize, lines: wrap(room)};
};
