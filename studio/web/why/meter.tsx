/** A share of a whole, drawn and said. */
export const Meter = ({label, share}: {label: string; share: number}) => (
  <span className="why-meter">
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
      <rect className="why-meter-whole" width="100" height="4" />
      <rect className="why-meter-share" width={share * 100} height="4" />
    </svg>
    {label}
  </span>
);

/** A template's id as people read it: `Bar chart`. */
export const spokenTemplate = (id: string): string =>
  id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

/** A share in percent; what is not quite everything is not said to be. */
export const percent = (share: number): string =>
  share < 1 && share > 0.99 ? 'over 99 %' : `${Math.round(share * 100)} %`;
