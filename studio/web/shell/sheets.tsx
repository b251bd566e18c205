import {Button, Dialog} from '../look';
import {studio, useSession} from '../session';
import {SIDES} from './side';

/** What the selected scene is made of, where there is room for one column alone. */
export const Sheets = () => {
  const side = useSession((session) => session.side);
  const isOpen = useSession((session) => session.isSideOver);
  const sheet = SIDES.find(({value}) => value === side);
  return (
    <nav className="shell-sheets" aria-label="Scene">
      {SIDES.map(({value, label, icon}) => (
        <Button
          key={value}
          size="small"
          weight="quiet"
          aria-haspopup="dialog"
          onClick={() => studio.choosing.showSide(value)}
        >
          {icon}
          {label}
        </Button>
      ))}
      <Dialog
        open={isOpen}
        onClose={studio.choosing.hideSide}
        title={sheet?.label ?? 'Scene'}
        shape="sheet"
      >
        <div className="shell-sheet-panel">{sheet?.panel}</div>
      </Dialog>
    </nav>
  );
};
