import {useState} from 'react';
import {Button, Dialog} from '../look';
import {studio} from '../session';
import type {Side} from '../session';
import {SIDES} from './side';

/** What the selected scene is made of, where there is room for one column alone. */
export const Sheets = () => {
  const [shown, setShown] = useState<Side | null>(null);
  const sheet = SIDES.find(({value}) => value === shown);
  return (
    <nav className="shell-sheets" aria-label="Scene">
      {SIDES.map(({value, label, icon}) => (
        <Button
          key={value}
          size="small"
          weight="quiet"
          aria-haspopup="dialog"
          onClick={() => {
            studio.choosing.showSide(value);
            setShown(value);
          }}
        >
          {icon}
          {label}
        </Button>
      ))}
      <Dialog
        open={sheet !== undefined}
        onClose={() => setShown(null)}
        title={sheet?.label ?? 'Scene'}
        shape="sheet"
      >
        <div className="shell-sheet-panel">{sheet?.panel}</div>
      </Dialog>
    </nav>
  );
};
