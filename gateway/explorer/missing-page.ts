/** What `/` shows while the sandbox is not built: how to build it, in both languages, without any script. */
export const MISSING_PAGE = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    <title>Liên thông</title>
  </head>
  <body>
    <main>
      <h1>Liên thông</h1>
      <p>Trang thử truy vấn chưa được dựng. Hãy chạy <code>npm run build</code> rồi khởi động lại.
        Đồ thị vẫn trả lời tại <code>/graphql</code>.</p>
      <p lang="en">The sandbox is not built yet. Run <code>npm run build</code>, then start again.
        The graph answers at <code>/graphql</code> all the same.</p>
    </main>
  </body>
</html>
`;
