export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;
const LENGTH = 5;
const LETTER = {position: 'absolute', width: '100%', textAlign: 'center'} as const;

export default function Definition(props: Props) {
  const {heading, body, palette, motion} = props;
  const {u, width, height} = useSafeArea();
<% if variant == 2 %>
  const wide = width > height;
  const column = wide ? width * 0.58 : width;
  const word = {width, height: height * (wide ? 0.5 : 0.3), size: props.size * u};
  const meaning = {width: column, height: height * 0.36, size: 68 * u};
<% if has.part_of_speech %>
  const kind = {width: wide ? width * 0.36 : width, height: height * 0.24, size: 50 * u};
<% endif %>
  const drawn = arrive(useSeconds() - 0.4, motion);
  const rule = {height: 6 * u, width: width * drawn, backgroundColor: palette.accent};
  const row: CSSProperties = {
    width,
    display: 'flex',
    flexDirection: wide ? 'row' : 'column',
    justifyContent: 'space-between',
    gap: 28 * u,
    marginTop: 44 * u * props.spacing,
  };
  return (
    <Stage {...props}>
      <Text text={props.word} font={heading} box={word} motion={motion} delay={0.1} />
      <div style={{...rule, marginTop: 36 * u * props.spacing}} />
      <div style={row}>
<% if has.part_of_speech %>
        <div style={{color: palette.accent, fontStyle: 'italic'}}>
          <Text text={props.partOfSpeech} font={body} box={kind} motion={motion} delay={0.6} />
        </div>
<% endif %>
        <Text text={props.meaning} font={body} box={meaning} motion={motion} delay={0.7} />
      </div>
    </Stage>
  );
}
<% else %>
  const room = width - 190 * u;
  const word = {width: room, height: height * 0.4, size: props.size * u};
  const meaning = {width: Math.min(room, 1300 * u), height: height * 0.36, size: 72 * u};
<% if has.part_of_speech %>
  const kind = {width: room, height: height * 0.2, size: 52 * u};
<% endif %>
  const drawn = arrive(useSeconds() - 0.5, motion);
  const rule = {width: 150 * u * drawn, height: 6 * u, backgroundColor: palette.accent};
  return (
    <Stage {...props}>
      <div style={{width, display: 'grid', justifyItems: 'inherit', paddingInlineEnd: 190 * u}}>
        <Text text={props.word} font={heading} box={word} motion={motion} delay={0.2} />
<% if has.part_of_speech %>
        <div style={{color: palette.muted, fontStyle: 'italic', marginTop: 12 * u}}>
          <Text text={props.partOfSpeech} font={body} box={kind} motion={motion} delay={0.5} />
        </div>
<% endif %>
        <div style={{...rule, margin: `${44 * u * props.spacing}px 0`}} />
        <Text text={props.meaning} font={body} box={meaning} motion={motion} delay={0.7} />
      </div>
      <ThumbIndex {...props} />
    </Stage>
  );
}

/** The letters on the edge of the book, which run until the word's own is on the tab. */
const ThumbIndex = ({word, body, palette}: Props) => {
  const {u} = useSafeArea();
  const {height} = useVideoConfig();
  const first = word.trim().normalize('NFD').charAt(0).toUpperCase();
  const letters = /[A-Z]/.test(first) ? [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] : [first];
  const turned = letters.indexOf(first) * ramp(useSeconds(), 0, 1.2, Easing.bezier(0.6, 0, 0.1, 1));
  const row = 104 * u;
  const edge = {position: 'absolute', top: 0, right: 0, width: 150 * u, height} as const;
  const tab = {...edge, top: height / 2 - row / 2, height: row, backgroundColor: palette.accent};
  return (
    <div aria-hidden style={{...edge, ...body, fontSize: 46 * u, backgroundColor: palette.surface}}>
      <div style={{...tab, borderRadius: `${20 * u}px 0 0 ${20 * u}px`}} />
      {letters.map((letter, i) => {
        const near = Math.abs(i - turned);
        const top = height / 2 + (i - turned - 0.5) * row;
        const color = near < 0.5 ? palette.onAccent : palette.muted;
        const opacity = Math.max(0, 1 - near / 5);
        return (
          <div key={letter} style={{...LETTER, top, lineHeight: `${row}px`, color, opacity}}>
            {letter}
          </div>
        );
      })}
    </div>
  );
};

<% endif %>

<% include "_parts/shared.tsx" %>
