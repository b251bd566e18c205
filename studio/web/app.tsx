import {EmptyState, ToastRoom, TooltipRoom} from './look';

/** The page. */
export const App = () => (
  <TooltipRoom delayDuration={350}>
    <ToastRoom>
      <EmptyState title="Firstframe">The studio opens here.</EmptyState>
    </ToastRoom>
  </TooltipRoom>
);
