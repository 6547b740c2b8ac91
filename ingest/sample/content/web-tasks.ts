import type { TaskContent } from "./task-content";

/** Tasks about the web application. */
export const WEB_TASKS: TaskContent[] = [
  {
    title: "Fix Login Bug",
    board: "Web app",
    priority: "high",
    from: "john",
    assignee: "alice",
    reviewer: "priya",
    code: {
      repo: "web",
      branch: "fix/login-loop",
      commits: ["Keep the callback URL through the e-mail step", "Test sign-in from a deep link"],
    },
    failing: "e2e/sign-in.spec.ts › returns to the asked page",
    comments: [
      ["john", "Signing in from a shared link ends on the start page, and in Safari it loops until the tab dies."],
      [
        "alice",
        "The cookie is SameSite=Strict, so the redirect from the mail client arrives without it. Lax fixes both.",
      ],
      ["priya", "Tested on iOS 18 and macOS, works. Nice find."],
    ],
  },
  {
    title: "Keyboard users cannot leave the date picker",
    board: "Accessibility",
    from: "nour",
    assignee: "marta",
    reviewer: "nour",
    code: {
      repo: "web",
      branch: "fix/date-picker-focus",
      commits: ["Return focus to the trigger on Escape", "Let Tab leave the calendar grid"],
    },
    comments: [
      ["nour", "Tab goes round inside the calendar for ever and Escape closes it without giving the focus back."],
      ["marta", "Poprawione w obu miejscach. @nour could you try it with VoiceOver once more?"],
      ["nour", "Works with VoiceOver and NVDA, and the month is announced now."],
    ],
  },
  {
    title: "Dark mode flashes white while loading",
    board: "Web app",
    from: "yuki",
    assignee: "tomas",
    reviewer: "yuki",
    code: {
      repo: "web",
      branch: "fix/theme-flash",
      commits: ["Set the theme before the first paint"],
    },
    comments: [
      ["yuki", "夜に開くと一瞬まぶしいです。テーマは最初の描画の前に決めたいです。"],
      ["tomas", "A six-line inline script in the head does it, with a hash in the content security policy."],
    ],
  },
  {
    title: "Virtualise the customer table",
    board: "Web app",
    from: "alice",
    assignee: "tomas",
    reviewer: "alice",
    code: {
      repo: "web",
      branch: "perf/customer-table",
      commits: [
        "Render only the visible rows",
        "Keep the scroll position when sorting",
        "Restore find-in-page for names",
      ],
    },
    failing: "components/customer-table.test.tsx › keeps the scroll position when sorting",
    comments: [
      ["alice", "4,200 rows take 1.9 s to sort on my machine, 6 s on the reception laptop."],
      ["tomas", "Down to 40 ms. Ctrl+F is the price, so names stay in the document as hidden text."],
      ["marta", "Does the row height survive long names? Try María del Carmen's full one."],
    ],
  },
  {
    title: "Right-to-left layout for the settings pages",
    board: "Accessibility",
    from: "nour",
    assignee: "nour",
    reviewer: "marta",
    code: {
      repo: "web",
      branch: "feat/rtl-settings",
      commits: ["Use logical margins and paddings", "Mirror the chevrons, not the clock"],
    },
    comments: [
      ["nour", "صفحات الإعدادات جاهزة بالعربية، بقيت أيقونة السهم في القائمة الجانبية."],
      ["marta", "Chevron flipped, the play icon stays as it is. Looks right in both directions."],
    ],
  },
  {
    title: "Upload progress stays at 99 %",
    board: "Web app",
    from: "triage",
    assignee: "kwame",
    reviewer: "john",
    code: {
      repo: "web",
      branch: "fix/upload-progress",
      commits: ["Count the server's processing as the last 20 percent"],
    },
    comments: [
      ["kwame", "The bar is honest about bytes and silent about the virus scan, which takes 8 to 30 seconds."],
      ["john", "“Checking the file…” below the bar is all people need."],
    ],
  },
  {
    title: "Search should find reference numbers without the prefix",
    board: "Web app",
    from: "ingrid",
    assignee: "alice",
    reviewer: "yuki",
    code: {
      repo: "api",
      branch: "feat/search-references",
      commits: ["Index references whole and in parts", "Rank an exact reference first"],
    },
    comments: [
      ["ingrid", "Everybody types 2291, nobody types INV-2291."],
      ["yuki", "全角の「２２９１」でも見つかると助かります。"],
      ["alice", "Full-width digits are folded now as well. @yuki please check page two of the results."],
    ],
  },
  {
    title: "Empty states for new workspaces",
    board: "Onboarding",
    from: "carmen",
    assignee: "marta",
    reviewer: "carmen",
    code: {
      repo: "web",
      branch: "feat/empty-states",
      commits: ["Explain the first step on every empty page", "Offer a sample project"],
    },
    comments: [
      ["carmen", "Half of the new accounts leave on the empty dashboard. Let us show them one thing to do, not five."],
      ["marta", "One sentence, one button, one link to a sample project. Texts are in the Figma file."],
    ],
  },
  {
    title: "Notifications badge counts archived threads",
    board: "Web app",
    from: "kwame",
    assignee: "john",
    reviewer: "kwame",
    code: {
      repo: "api",
      branch: "fix/badge-count",
      commits: ["Leave archived threads out of the unread count"],
    },
    comments: [
      ["kwame", "My badge says 14 and the inbox is empty. Archived threads, all of them from January."],
      ["john", "One missing `where`. Counts are repaired by a backfill tonight."],
    ],
  },
  {
    title: "Copying a table loses the header row",
    board: "Web app",
    from: "ingrid",
    assignee: "tomas",
    reviewer: "marta",
    code: {
      repo: "web",
      branch: "fix/copy-table",
      commits: ["Copy tables as HTML and as tab-separated text, headers included"],
    },
    comments: [
      ["ingrid", "I paste these into the board deck every Monday and type the headers by hand."],
      ["tomas", "Pega ya con cabeceras en Sheets, Excel y Numbers."],
    ],
  },
  {
    title: "Session expires while a long form is open",
    board: "Web app",
    priority: "high",
    from: "john",
    assignee: "kwame",
    reviewer: "alice",
    code: {
      repo: "web",
      branch: "fix/session-draft",
      commits: ["Keep the draft and ask for the password in place", "Send the form again after signing in"],
    },
    failing: "e2e/session.spec.ts › keeps the draft over an expired session",
    comments: [
      ["john", "A customer lost 40 minutes of a security questionnaire. We need to keep the draft."],
      ["kwame", "Draft goes to IndexedDB every two seconds, and the dialog asks for the password over the form."],
      ["alice", "Please clear the draft on sign-out, shared computers exist. Otherwise approved."],
    ],
  },
  {
    title: "Chart colours are indistinguishable for colour-blind readers",
    board: "Accessibility",
    from: "yuki",
    assignee: "marta",
    reviewer: "yuki",
    code: {
      repo: "web",
      branch: "feat/chart-palette",
      commits: ["Use a palette with distinct lightness", "Add direct labels to the last point of each line"],
    },
    comments: [
      ["yuki", "緑と赤の線が同じに見えます。明度の差と、線の端のラベルがあると読めます。"],
      [
        "marta",
        "New palette holds 3:1 between neighbours, and the legend is gone because the lines carry their names.",
      ],
    ],
  },
];
