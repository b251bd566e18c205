<# Text: fitted text whose words come in one after the other. In Arabic and Hebrew the places of the words follow from
   their whole sentence, which so comes in as one; and so does what has no spaces. #>
/** Text as large as its box lets it be, whose words come in one after the other. */
const Text = ({text, font, box, delay, style, motion}: TextProps & Pick<Props, 'motion'>) => {
  const t = useSeconds() - delay;
  const words = /[\u0590-\u08ff]/.test(text) ? [text] : text.split(/(\s+)/);
  const step = Math.min(motion.stagger / 2, 0.8 / words.length);
  const come = (i: number) => enter(arrive(t - i * step, motion));
  const type = {...font, ...WRAP, lineHeight: LEADING, fontSize: fit(text, font, box)};
  return (
    <div style={{...type, maxWidth: box.width, ...style}}>
      {words.map((word, i) => (
        <span key={i} style={{display: word.trim() && 'inline-block', ...come(i)}}>
          {word}
        </span>
      ))}
    </div>
  );
};
