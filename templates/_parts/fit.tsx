<# Text that fits by measure. Only components inside Stage may measure: there the fonts are loaded.
   fit gives the size for text that stands in lines of its own; Text shows it. #>
/** Holds the render until the fonts are there, so that text can be measured. */
const useFonts = ({heading, body, ...content}: Props) => {
  const {delayRender, continueRender} = useDelayRender();
  const [waiting, setWaiting] = useState(() => delayRender('Loading fonts'));
  useEffect(() => {
    const fonts = [heading, body].map((font) => `${font.fontWeight} 9px ${font.fontFamily}`);
    const loading = fonts.map((font) => document.fonts.load(font, JSON.stringify(content)));
    Promise.allSettled(loading).then(() => setWaiting(0));
    return () => continueRender(waiting);
  }, [waiting]);
  return !waiting;
};

<% if case == "upper" %>
const CASE = {textTransform: 'uppercase'} as const;
<% elif case == "lower" %>
const CASE = {textTransform: 'lowercase'} as const;
<% elif case == "title" %>
const CASE = {textTransform: 'capitalize'} as const;
<% endif %>
const WRAP = {textWrap: 'balance', whiteSpace: 'pre-line', overflowWrap: 'anywhere'} as const;
<% if spacing == "tight" %>
const LEADING = 'calc(0.92em + 12px)';
<% elif spacing == "wide" %>
const LEADING = 'calc(1.15em + 24px)';
<% else %>
const LEADING = 'min(1.3em, 1em + 16px)';
<% endif %>
type Font = Props['body'];
type Box = {width: number; height: number; size: number};
type TextProps = {text: string; font: Font; box: Box; delay: number; style?: CSSProperties};

/** The largest type, up to `size`, in which the text fits the box. */
const fit = (text: string, font: Font, {width, height, size}: Box) => {
<% if case == "as-typed" %>
  const measure = (fontSize: number, additionalStyles: {}) =>
    measureText({text, fontSize, ...font, additionalStyles});
<% else %>
  const measure = (fontSize: number, additionalStyles: {}) =>
    measureText({text, fontSize, ...font, ...CASE, additionalStyles});
<% endif %>
  const longest = measure(size, {width: 'min-content', whiteSpace: 'normal'}).width;
  const wrapped = {...WRAP, lineHeight: LEADING, maxWidth: `${width}px`};
  let fontSize = size * Math.min(1, Math.max(0.3, width / longest));
  while (fontSize > 9 && measure(fontSize, wrapped).height > height) fontSize *= 0.97;
  return fontSize;
};
