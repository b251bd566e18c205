import {useEffect} from 'react';
import {ToastRoom, TooltipRoom} from './look';
import {studio, useSession} from './session';
import {Boundary, Shell} from './shell';

/** The page. */
export const App = () => {
  useTheme();
  useEffect(() => {
    studio.start();
    addEventListener('popstate', studio.opening.follow);
    return () => removeEventListener('popstate', studio.opening.follow);
  }, []);
  return (
    <TooltipRoom delayDuration={350}>
      <ToastRoom>
        <Boundary name="The page">
          <Shell />
        </Boundary>
      </ToastRoom>
    </TooltipRoom>
  );
};

const useTheme = () => {
  const theme = useSession((session) => session.theme);
  useEffect(() => {
    const {dataset} = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
};
