<# Icon: a line drawing chosen by a word in a text, drawn as far as `p`; a spark stands for all others. #>
const ICONS: [RegExp, string][] = [
  [/rocket|launch|ship|boost/i, 'M9 15C9 8 13 4 21 3c0 8-5 12-12 12zl-4 4M9 9H4l-1 5M15 15v5l-5 1'],
  [/fast|speed|quick|instant|power/i, 'M13 2L4 14h7l-1 8 10-13h-7z'],
  [/lock|secur|privat|privacy|safe/i, 'M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4M12 15v2'],
  [/chart|data|analy|report|grow/i, 'M3 21h18M6 17v-5M12 17V4M18 17V9'],
  [/team|people|share/i, 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-8 14-8 14 0M16 4c4 1 4 6 0 7'],
  [/heart|love|care|health|like/i, 'M12 20C-3 10 6-1 12 7c6-8 15 3 0 13z'],
  [/cloud|sync|backup|offline/i, 'M7 19a5 5 0 0 1-1-10 7 7 0 0 1 13 2 4 4 0 0 1-1 8z'],
  [/time|clock|hour|minute|remind/i, 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 3'],
  [/world|globe|language|web/i, 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3v18'],
  [/chat|message|mail|support/i, 'M4 4h16v12h-9l-5 5v-5H4zM8 9h8M8 12h5'],
  [/code|api|plugin|integrat/i, 'M8 7l-5 5 5 5M16 7l5 5-5 5M13 4l-2 16'],
  [/photo|camera|image|video/i, 'M3 7h5l2-3h4l2 3h5v13H3zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z'],
  [/design|edit|write|note/i, 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4'],
  [/search|find|discover/i, 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5'],
  [/bell|notif|alert|subscribe/i, 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 22h4M12 5V3'],
  [/leaf|green|eco|nature|plant/i, 'M5 19C3 8 10 4 20 4c0 10-4 17-15 15zM3 21L13 11'],
];
const SPARK = 'M12 3c1 6 3 8 9 9-6 1-8 3-9 9-1-6-3-8-9-9 6-1 8-3 9-9z';

/** The drawing that a text calls for, as far as it is drawn. */
const Icon = ({text, size, p}: {text: string; size: number; p: number}) => {
  const [, d] = ICONS.find(([words]) => words.test(text)) ?? [null, SPARK];
  const line = {stroke: 'currentColor', strokeWidth: 1.6, fill: 'none'};
  const round = {strokeLinecap: 'round', strokeLinejoin: 'round'} as const;
  const drawn = {pathLength: 1, strokeDasharray: 1, strokeDashoffset: 1 - p};
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} style={{flexShrink: 0}}>
      <path d={d} {...line} {...round} {...drawn} opacity={p > 0 ? 1 : 0} />
    </svg>
  );
};
