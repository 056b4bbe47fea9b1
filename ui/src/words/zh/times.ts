// 简体中文：时长。

import type { Words } from "../en";

export const times: Words["times"] = {
  hoursMinutes: (hours, minutes) => `${hours} 小时 ${minutes} 分钟`,
  minutes: (minutes) => `${minutes} 分钟`,
  seconds: (seconds) => `${seconds} 秒`,
};
