/** A sentence of the service, in which names and words stand between backticks: these are set as code. */
export const Quoted = ({text}: {text: string}) =>
  text.split('`').map((part, place) => (place % 2 === 0 ? part : <code key={place}>{part}</code>));
