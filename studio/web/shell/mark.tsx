/** The sign of Firstframe: a frame of film with its first light. */
export const Mark = () => (
  <svg className="shell-mark" viewBox="0 0 24 24" aria-hidden>
    <rect x="2" y="4.5" width="20" height="15" rx="4" fill="currentColor" />
    <path d="M6.5 9.5v5M10.5 9.5v5" stroke="var(--ground)" strokeWidth="2" strokeLinecap="round" />
    <path
      d="M14 8.9v6.2a.5.5 0 0 0 .77.42l4.6-3.1a.5.5 0 0 0 0-.84l-4.6-3.1a.5.5 0 0 0-.77.42Z"
      fill="var(--accent)"
    />
  </svg>
);
