import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'dayjs/locale/zh-cn';
import './styles.css';
import { App } from './App.tsx';
import { keepFormsOnPickerEnter } from './parts/pickerEnter.ts';
import { keepTabFromChoosing } from './parts/selectTab.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
keepFormsOnPickerEnter(document);
keepTabFromChoosing(document);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
