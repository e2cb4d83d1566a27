<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BranchNamePopup</name>
    <message>
        <source>Branch from “{prompt}” on</source>
        <translation>从“{prompt}”开始的分支</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>分支名称</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>无名称</translation>
    </message>
</context>
<context>
    <name>BudgetPage</name>
    <message>
        <source>An empty field is for no limit, no warning, no question.</source>
        <translation>留空表示无上限、不提醒、不询问。</translation>
    </message>
    <message>
        <source>Ask above (¥)</source>
        <translation>询问金额（¥）</translation>
    </message>
    <message>
        <source>Ask before spending more than</source>
        <translation>花费超过此金额先询问</translation>
    </message>
    <message>
        <source>Ask from (pictures)</source>
        <translation>询问数量（张）</translation>
    </message>
    <message>
        <source>Ask from so many pictures on</source>
        <translation>达到此张数先询问</translation>
    </message>
    <message>
        <source>Budget for a day</source>
        <translation>每日预算</translation>
    </message>
    <message>
        <source>Budget for a month</source>
        <translation>每月预算</translation>
    </message>
    <message>
        <source>Budget for {project}…</source>
        <translation>{project} 的预算…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Per day (¥)</source>
        <translation>每日（¥）</translation>
    </message>
    <message>
        <source>Per month (¥)</source>
        <translation>每月（¥）</translation>
    </message>
    <message>
        <source>Projects, from their beginning</source>
        <translation>项目（自创建起累计）</translation>
    </message>
    <message>
        <source>Warn at (%)</source>
        <translation>提醒比例（%）</translation>
    </message>
    <message>
        <source>Warn at this share of a budget</source>
        <translation>用到预算的此比例时提醒</translation>
    </message>
    <message>
        <source>before one order makes them</source>
        <translation>单个订单达到此张数时先询问</translation>
    </message>
    <message>
        <source>before one order spends it</source>
        <translation>单个订单超过此金额时先询问</translation>
    </message>
    <message>
        <source>of a budget, a project&apos;s too</source>
        <translation>占预算的比例，也用于项目预算</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>CanvasPage</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo ({keys})</source>
        <translation>重做（{keys}）</translation>
    </message>
    <message>
        <source>Take all of it away</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo ({keys})</source>
        <translation>撤销（{keys}）</translation>
    </message>
</context>
<context>
    <name>CatalogUpdateDialog</name>
    <message>
        <source>Accept</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新获取</translation>
    </message>
    <message>
        <source>Asking the gateway for its prices and figures…</source>
        <translation>正在向网关获取价格和数据…</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>返回文本</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Model page</source>
        <translation>模型页面</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Open the model&apos;s page in a browser, select all of it, copy, and paste it here.</source>
        <translation>在浏览器中打开模型页面，全选、复制，再粘贴到这里。</translation>
    </message>
    <message>
        <source>Paste a page instead</source>
        <translation>改为粘贴页面</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>The page&apos;s text</source>
        <translation>页面文本</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Copy and save</source>
        <translation>复制与保存</translation>
    </message>
    <message>
        <source>Copy and save: {chart}</source>
        <translation>复制与保存：{chart}</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation>以图表显示</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>ColourPanel</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour {colour}</source>
        <translation>颜色 {colour}</translation>
    </message>
    <message>
        <source>From the selected picture</source>
        <translation>取自所选图片</translation>
    </message>
    <message>
        <source>Pictures near a colour</source>
        <translation>相近颜色的图片</translation>
    </message>
    <message>
        <source>Search by colour</source>
        <translation>按颜色搜索</translation>
    </message>
</context>
<context>
    <name>ColourReadout</name>
    <message>
        <source>{colour} at {x}, {y}</source>
        <translation>{colour}（{x}, {y}）</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>Alt and dragging moves one alone</source>
        <translation>按住 Alt 拖动，只移动一张</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>Flicker by itself</source>
        <translation>自动闪烁</translation>
    </message>
    <message>
        <source>In the region</source>
        <translation>区域内</translation>
    </message>
    <message>
        <source>Space shows the other one</source>
        <translation>按空格键显示另一张</translation>
    </message>
</context>
<context>
    <name>ComposerFields</name>
    <message>
        <source>Aspect ratio</source>
        <translation>宽高比</translation>
    </message>
    <message>
        <source>Compare groups</source>
        <translation>对比分组</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>对比…</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>No reference is called {names}.</source>
        <translation>没有名为 {names} 的参考图。</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Thinking level</source>
        <translation>思考强度</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>the model decides</source>
        <translation>由模型决定</translation>
    </message>
</context>
<context>
    <name>ComposerPanel</name>
    <message>
        <source>Change</source>
        <translation>修改内容</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>创作面板</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>What should the picture show?</source>
        <translation>想要什么样的画面？</translation>
    </message>
</context>
<context>
    <name>ConnectCard</name>
    <message>
        <source>Connect a gateway key</source>
        <translation>连接网关密钥</translation>
    </message>
    <message>
        <source>Save key</source>
        <translation>保存密钥</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>The demo gateway runs inside the app, costs nothing and draws sample pictures, so that every control can be tried.</source>
        <translation>演示网关在应用内运行，不产生费用，会画出示例图片，方便试用每个控件。</translation>
    </message>
    <message>
        <source>The key goes to your system keychain and nowhere else. Prices and groups are ready; nothing is charged until you press Generate.</source>
        <translation>密钥只存入系统钥匙串，不会存到别处。价格和分组已就绪；按下“生成”之前不会扣费。</translation>
    </message>
    <message>
        <source>Use the demo gateway instead</source>
        <translation>改用演示网关</translation>
    </message>
</context>
<context>
    <name>ConnectForm</name>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Group the key bills at</source>
        <translation>密钥的计费分组</translation>
    </message>
</context>
<context>
    <name>ContinuedStrip</name>
    <message>
        <source>Continues a version</source>
        <translation>接续已有版本</translation>
    </message>
    <message>
        <source>Continues version {number}</source>
        <translation>接续版本 {number}</translation>
    </message>
    <message>
        <source>How it is sent: {way}</source>
        <translation>发送方式：{way}</translation>
    </message>
    <message>
        <source>So many edits would lie between the original and what comes.</source>
        <translation>新图与原图之间相隔的修改次数。</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>its picture is sent along</source>
        <translation>会一并发送其图片</translation>
    </message>
    <message>
        <source>· {edit}</source>
        <translation>· {edit}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>CopyAsButton</name>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>The call that would be sent, as code. Never with the key.</source>
        <translation>将要发送的调用，以代码形式复制，绝不包含密钥。</translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>Nothing was spent.</source>
        <translation>没有花费。</translation>
    </message>
    <message>
        <source>Spend by day</source>
        <translation>每日花费</translation>
    </message>
    <message>
        <source>of which {amount} unknown</source>
        <translation>其中 {amount} 未知</translation>
    </message>
    <message>
        <source>up to {amount}</source>
        <translation>最高 {amount}</translation>
    </message>
    <message>
        <source>{count} days, most on {day}: {amount}</source>
        <translation>{count} 天，{day} 最多：{amount}</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Year-month-day</source>
        <translation>年-月-日</translation>
    </message>
</context>
<context>
    <name>DayTable</name>
    <message>
        <source>Charged</source>
        <translation>已扣费</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Spend by day, as a table</source>
        <translation>每日花费表格</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>结果未知</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择图片</translation>
    </message>
    <message>
        <source>Select a picture to see how it was made, what it cost and what came of it.</source>
        <translation>选择一张图片，查看它的生成方式、费用和后续版本。</translation>
    </message>
</context>
<context>
    <name>DividingLine</name>
    <message>
        <source>Dividing line</source>
        <translation>分隔线</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Use as references</source>
        <translation>用作参考图</translation>
    </message>
</context>
<context>
    <name>EdgeButton</name>
    <message>
        <source>Full size</source>
        <translation>原始尺寸</translation>
    </message>
    <message>
        <source>Longest edge sent: {edge}</source>
        <translation>发送的最长边：{edge}</translation>
    </message>
    <message>
        <source>{edge} px</source>
        <translation>{edge} px</translation>
    </message>
</context>
<context>
    <name>EntryPainter</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
</context>
<context>
    <name>EstimateCard</name>
    <message>
        <source>Estimate</source>
        <translation>预估</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>FallbackDialog</name>
    <message>
        <source>A group that surely refuses a picture, without charging it, is followed by the next one here, at that one&apos;s price. After an unknown outcome nothing is ever sent again by itself.</source>
        <translation>分组明确拒绝且未扣费时，改用这里的下一个分组，并按其价格计费。结果未知时，绝不会自动重新发送。</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>添加分组</translation>
    </message>
    <message>
        <source>Add a group…</source>
        <translation>添加分组…</translation>
    </message>
    <message>
        <source>Ask the next one when</source>
        <translation>以下情况改用下一个分组</translation>
    </message>
    <message>
        <source>Ask these groups, in this order</source>
        <translation>按此顺序改用这些分组</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Dearer groups are left out.</source>
        <translation>更贵的分组会被略过。</translation>
    </message>
    <message>
        <source>Never more than, for a picture</source>
        <translation>每张图片最高价格</translation>
    </message>
    <message>
        <source>Never more than, for a picture (¥)</source>
        <translation>每张图片最高价格（¥）</translation>
    </message>
    <message>
        <source>No other group is asked.</source>
        <translation>不改用其他分组。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无上限</translation>
    </message>
</context>
<context>
    <name>FallbackField</name>
    <message>
        <source>Change what is asked if it fails</source>
        <translation>更改失败时改用的分组</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>If it fails, ask other groups</source>
        <translation>失败时改用其他分组</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Iterations</source>
        <translation>迭代记录</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>Enter keeps it</source>
        <translation>按 Enter 保存</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>搜索名称</translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation>保存搜索…</translation>
    </message>
    <message>
        <source>Search terms</source>
        <translation>搜索条件</translation>
    </message>
    <message>
        <source>Take off {term}</source>
        <translation>去掉 {term}</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
</context>
<context>
    <name>FocusPicker</name>
    <message>
        <source>Point that stays in sight</source>
        <translation>保持可见的点</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Make the folder</source>
        <translation>新建文件夹</translation>
    </message>
</context>
<context>
    <name>FormatField</name>
    <message>
        <source>+ Also as</source>
        <translation>+ 同时存为</translation>
    </message>
    <message>
        <source>Colour profile</source>
        <translation>颜色配置文件</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色数</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Further formats</source>
        <translation>附加格式</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>无损</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More formats</source>
        <translation>更多格式</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>TIFF, PDF, ICO and ICNS</source>
        <translation>TIFF、PDF、ICO 和 ICNS</translation>
    </message>
    <message>
        <source>Takes longer for a smaller file with the same pixels</source>
        <translation>用时更长，文件更小，像素不变</translation>
    </message>
    <message>
        <source>White ground</source>
        <translation>白色背景</translation>
    </message>
    <message>
        <source>White where it can be seen through</source>
        <translation>透明处填充白色</translation>
    </message>
</context>
<context>
    <name>Furnishing</name>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>Tile size</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>写提示词</translation>
    </message>
    <message>
        <source>Write what you want to see on the left. The button says what it costs before anything is sent.</source>
        <translation>在左侧写下想要的画面。发送之前，按钮上会标明费用。</translation>
    </message>
    <message>
        <source>Your pictures will stand here</source>
        <translation>图片会出现在这里</translation>
    </message>
</context>
<context>
    <name>GallerySearch</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search by colour</source>
        <translation>按颜色搜索</translation>
    </message>
    <message>
        <source>Search prompts, tags, sizes…</source>
        <translation>搜索提示词、标签、尺寸…</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>By goal</source>
        <translation>按目标</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Groups and prices</source>
        <translation>分组与价格</translation>
    </message>
    <message>
        <source>Price history…</source>
        <translation>价格历史…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Refresh from the gateway</source>
        <translation>从网关刷新</translation>
    </message>
    <message>
        <source>Update from model page…</source>
        <translation>从模型页面更新…</translation>
    </message>
    <message>
        <source>Your figures</source>
        <translation>你的数据</translation>
    </message>
    <message>
        <source>Your figures of: {time}</source>
        <translation>你的数据：{time}</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>你的数据</translation>
    </message>
</context>
<context>
    <name>GroupsShowing</name>
    <message>
        <source>Groups and prices</source>
        <translation>分组与价格</translation>
    </message>
    <message>
        <source>Price history</source>
        <translation>价格历史</translation>
    </message>
    <message>
        <source>Refresh prices from the gateway</source>
        <translation>从网关刷新价格</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>HandOffDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Captions: name, prompt and size</source>
        <translation>图片说明：名称、提示词和尺寸</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>One HTML file that holds its pictures. It has no recipe and runs no script.</source>
        <translation>一个内含图片的 HTML 文件，不含配方，也不运行脚本。</translation>
    </message>
    <message>
        <source>PDF is one file, PNG a numbered file for each page.</source>
        <translation>PDF 为一个文件，PNG 每页一个编号文件。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Prices in the captions</source>
        <translation>图片说明中显示价格</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>IncludeField</name>
    <message>
        <source>AI-generated marker (IPTC)</source>
        <translation>AI 生成标记（IPTC）</translation>
    </message>
    <message>
        <source>Contact sheet (PDF)</source>
        <translation>联系表（PDF）</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>JSON file beside it</source>
        <translation>附带 JSON 文件</translation>
    </message>
    <message>
        <source>Nothing at all in the file</source>
        <translation>文件中不含任何附加信息</translation>
    </message>
    <message>
        <source>Prompt and settings in the file</source>
        <translation>文件中写入提示词和设置</translation>
    </message>
    <message>
        <source>Takes away metadata of every kind, from originals too</source>
        <translation>移除所有元数据，原图中的也移除</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>InfoCard</name>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check the account log</source>
        <translation>查看账户日志</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Edit prompt</source>
        <translation>修改提示词</translation>
    </message>
    <message>
        <source>If its picture still comes, it is saved.</source>
        <translation>如果图片仍然到达，会自动保存。</translation>
    </message>
    <message>
        <source>It came, and waits for room on the disk</source>
        <translation>图片已收到，等待磁盘空间</translation>
    </message>
    <message>
        <source>It was sent already: it may still arrive, and may have been charged {price}.</source>
        <translation>请求已发出：图片仍可能到达，也可能已扣费 {price}。</translation>
    </message>
    <message>
        <source>Placed before Proofroom closed. Nothing was sent yet.</source>
        <translation>Proofroom 上次关闭前提交，尚未发送。</translation>
    </message>
    <message>
        <source>Receiving · {time}</source>
        <translation>接收中 · {time}</translation>
    </message>
    <message>
        <source>Retry {number}</source>
        <translation>第 {number} 次尝试</translation>
    </message>
    <message>
        <source>Retry {number} at {time}</source>
        <translation>{time} 第 {number} 次尝试</translation>
    </message>
    <message>
        <source>Run for {price}</source>
        <translation>运行 · {price}</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存中</translation>
    </message>
    <message>
        <source>Send again for {price}</source>
        <translation>重新发送 · {price}</translation>
    </message>
    <message>
        <source>Send again for {price} (demo)</source>
        <translation>重新发送 · {price}（演示）</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Send the picture afresh for {price}</source>
        <translation>用新对话发送 · {price}</translation>
    </message>
    <message>
        <source>Send the picture afresh for {price} (demo)</source>
        <translation>用新对话发送 · {price}（演示）</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Waits for a call that tries {group} after its rest</source>
        <translation>{group} 暂停已结束，等待另一次调用先试</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Waits for the step before it</source>
        <translation>等待上一步</translation>
    </message>
    <message>
        <source>Waits: {group} rests until {time}, after several failures</source>
        <translation>等待中：{group} 多次失败，暂停到 {time}</translation>
    </message>
    <message>
        <source>it could not be sent</source>
        <translation>未能发出</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>rests until {time}</source>
        <translation>暂停到 {time}</translation>
    </message>
    <message>
        <source>the gateway answered {status}</source>
        <translation>网关返回 {status}</translation>
    </message>
    <message>
        <source>{elapsed} of about {usual}</source>
        <translation>{elapsed} / 约 {usual}</translation>
    </message>
    <message>
        <source>{elapsed}, usually {usual}</source>
        <translation>{elapsed}，通常 {usual}</translation>
    </message>
    <message>
        <source>{how} ({status})</source>
        <translation>{how}（{status}）</translation>
    </message>
    <message>
        <source>{retry}: {why} · not charged</source>
        <translation>{retry}：{why} · 未扣费</translation>
    </message>
</context>
<context>
    <name>JobNotices</name>
    <message>
        <source>1 job, {price}. Run it?</source>
        <translation>1 个任务，{price}。要运行吗？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Run for {price}</source>
        <translation>运行 · {price}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>What arrived is kept, and saved as soon as it can be.</source>
        <translation>已收到的内容已保留，条件允许时立即保存。</translation>
    </message>
    <message>
        <source>{count} jobs, {price}. Run them?</source>
        <translation>{count} 个任务，{price}。要运行吗？</translation>
    </message>
</context>
<context>
    <name>JobPart</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>JudgementPart</name>
    <message>
        <source>Colour label</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>留用</translation>
    </message>
    <message>
        <source>Project {name}: move</source>
        <translation>项目 {name}：移动</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Several projects</source>
        <translation>多个项目</translation>
    </message>
    <message>
        <source>{name}: move to another project</source>
        <translation>{name}：移到其他项目</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save key</source>
        <translation>保存密钥</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
</context>
<context>
    <name>KeyPicker</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Press keys…</source>
        <translation>请按键…</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>请按新的快捷键</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>{action}: {keys}</source>
        <translation>{action}：{keys}</translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>Add a key for {group}</source>
        <translation>为 {group} 添加密钥</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Remove the key for {group}</source>
        <translation>移除 {group} 的密钥</translation>
    </message>
    <message>
        <source>Remove the key used for every group</source>
        <translation>移除用于所有分组的密钥</translation>
    </message>
    <message>
        <source>Replace the key for {group}</source>
        <translation>更换 {group} 的密钥</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>更换…</translation>
    </message>
</context>
<context>
    <name>KeyValueRows</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy {label}</source>
        <translation>复制{label}</translation>
    </message>
</context>
<context>
    <name>LeaveFlow</name>
    <message>
        <source>Proofroom closes when all jobs are done.</source>
        <translation>所有任务完成后，Proofroom 会关闭。</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>保持打开</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>转到后台继续</translation>
    </message>
    <message>
        <source>Leave now</source>
        <translation>立即退出</translation>
    </message>
    <message>
        <source>Wait, then close</source>
        <translation>等待完成后关闭</translation>
    </message>
</context>
<context>
    <name>LedgerFilters</name>
    <message>
        <source>All groups</source>
        <translation>全部分组</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>Any charge</source>
        <translation>全部扣费状态</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>全部尺寸</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>扣费</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期范围</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
</context>
<context>
    <name>LedgerHead</name>
    <message>
        <source>1 attempt</source>
        <translation>1 次尝试</translation>
    </message>
    <message>
        <source>A text with times, request ids and amounts of {count} calls</source>
        <translation>一段文本，列出 {count} 次调用的时间、请求 ID 和金额</translation>
    </message>
    <message>
        <source>Back to the gallery</source>
        <translation>返回画廊</translation>
    </message>
    <message>
        <source>Comma-separated text (*.csv)</source>
        <translation>逗号分隔文本 (*.csv)</translation>
    </message>
    <message>
        <source>Copy refund claim</source>
        <translation>复制退款申请</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>画廊</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Nothing here is unknown, or came smaller than it was paid.</source>
        <translation>这里没有扣费未知的调用，也没有实得尺寸小于付费尺寸的图片。</translation>
    </message>
    <message>
        <source>{count} attempts</source>
        <translation>{count} 次尝试</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>Every call is written down here before it is sent: its price, how it ended, and whether it was charged.</source>
        <translation>每次调用在发送前都会记在这里：价格、结果，以及是否扣费。</translation>
    </message>
    <message>
        <source>Ledger page</source>
        <translation>账本页面</translation>
    </message>
    <message>
        <source>No attempt fits these filters.</source>
        <translation>没有符合筛选条件的尝试。</translation>
    </message>
    <message>
        <source>No attempts yet</source>
        <translation>还没有尝试记录</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有内容</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>写提示词</translation>
    </message>
</context>
<context>
    <name>LedgerSpend</name>
    <message>
        <source>By group</source>
        <translation>按分组</translation>
    </message>
    <message>
        <source>By project</source>
        <translation>按项目</translation>
    </message>
    <message>
        <source>By size</source>
        <translation>按尺寸</translation>
    </message>
    <message>
        <source>Show the days as a table; Ctrl+C copies it</source>
        <translation>以表格显示每日花费；按 Ctrl+C 复制</translation>
    </message>
    <message>
        <source>Spend by day</source>
        <translation>每日花费</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>LedgerSums</name>
    <message>
        <source>1 attempt</source>
        <translation>1 次尝试</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>已扣费</translation>
    </message>
    <message>
        <source>Per kept picture</source>
        <translation>每张保留的图片</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>may have been charged</source>
        <translation>可能已扣费</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>{count} attempts</source>
        <translation>{count} 次尝试</translation>
    </message>
    <message>
        <source>{kept} of {count} kept</source>
        <translation>保留 {kept} / {count}</translation>
    </message>
</context>
<context>
    <name>LedgerTable</name>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Copy refund claim</source>
        <translation>复制退款申请</translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Show picture</source>
        <translation>显示图片</translation>
    </message>
</context>
<context>
    <name>LettersEdit</name>
    <message>
        <source>Words on the picture</source>
        <translation>图片上的文字</translation>
    </message>
</context>
<context>
    <name>LibraryField</name>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>图库文件夹</translation>
    </message>
    <message>
        <source>Open the library folder</source>
        <translation>打开图库文件夹</translation>
    </message>
</context>
<context>
    <name>LightTable</name>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
</context>
<context>
    <name>LinkPart</name>
    <message>
        <source>Linked files</source>
        <translation>链接文件</translation>
    </message>
</context>
<context>
    <name>LinkedFile</name>
    <message>
        <source>Show {name} in file manager</source>
        <translation>在文件管理器中显示 {name}</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>取消链接</translation>
    </message>
    <message>
        <source>Unlink {name}</source>
        <translation>取消链接 {name}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Proofroom</source>
        <translation>Proofroom</translation>
    </message>
</context>
<context>
    <name>ManyPart</name>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{count} pictures selected</source>
        <translation>已选择 {count} 张图片</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>MarksSurface</name>
    <message>
        <source>Marks: {words}</source>
        <translation>标注：{words}</translation>
    </message>
    <message>
        <source>{mark}, {number} of {count}</source>
        <translation>{mark}，{number} / {count}</translation>
    </message>
</context>
<context>
    <name>MarkupPage</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Mark up</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>粗细</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>NameEdit</name>
    <message>
        <source>Placeholders</source>
        <translation>占位符</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>+ Insert</source>
        <translation>+ 插入</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Insert a placeholder</source>
        <translation>插入占位符</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>占位符</translation>
    </message>
</context>
<context>
    <name>NamePopover</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>NewPill</name>
    <message>
        <source>{count} new</source>
        <translation>{count} 张新图片</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Looked in all pictures.</source>
        <translation>已搜索全部图片。</translation>
    </message>
    <message>
        <source>Looked in the trash.</source>
        <translation>已搜索回收站。</translation>
    </message>
    <message>
        <source>Looked in {project}.</source>
        <translation>已搜索 {project}。</translation>
    </message>
    <message>
        <source>New pictures go here. Others can be dropped on its name at the top.</source>
        <translation>新图片会存到这里。其他图片可拖到顶部的项目名称上。</translation>
    </message>
    <message>
        <source>No pictures in {project} yet</source>
        <translation>{project} 中还没有图片</translation>
    </message>
    <message>
        <source>Not understood: {why}.</source>
        <translation>无法识别：{why}。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Search all projects ({count})</source>
        <translation>搜索全部项目（{count}）</translation>
    </message>
    <message>
        <source>Search for {text}</source>
        <translation>搜索 {text}</translation>
    </message>
    <message>
        <source>Searches to learn from</source>
        <translation>搜索示例</translation>
    </message>
    <message>
        <source>Take off {term}: {count} found</source>
        <translation>去掉 {term}：可找到 {count} 张</translation>
    </message>
    <message>
        <source>Take off: {count} found</source>
        <translation>去掉：可找到 {count} 张</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>What you delete is kept here for 30 days.</source>
        <translation>删除的图片会在这里保留 30 天。</translation>
    </message>
    <message>
        <source>{what}. By itself it finds {count}.</source>
        <translation>{what}。单独使用可找到 {count} 张。</translation>
    </message>
    <message>
        <source>{what}. Finds nothing, even by itself.</source>
        <translation>{what}。单独使用也找不到图片。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Something went wrong in Proofroom itself. What was paid for is kept.</source>
        <translation>Proofroom 自身出错。已付费的内容都已保留。</translation>
    </message>
    <message>
        <source>The settings in {file} can&apos;t be read. Budgets and all else that was set don&apos;t hold until they are set again.</source>
        <translation>无法读取 {file} 中的设置。在重新设置之前，预算和其他设置均不生效。</translation>
    </message>
</context>
<context>
    <name>OrderRow</name>
    <message>
        <source>Ask {group} earlier</source>
        <translation>将 {group} 提前</translation>
    </message>
    <message>
        <source>Ask {group} later</source>
        <translation>将 {group} 推后</translation>
    </message>
    <message>
        <source>Don&apos;t ask {group}</source>
        <translation>不使用 {group}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do or see?</source>
        <translation>想做什么，或查看什么？</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Bring back from archive</source>
        <translation>取消归档</translation>
    </message>
    <message>
        <source>Budget…</source>
        <translation>预算…</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Find a project</source>
        <translation>查找项目</translation>
    </message>
    <message>
        <source>Find or make a project…</source>
        <translation>查找或新建项目…</translation>
    </message>
    <message>
        <source>Move selected pictures here</source>
        <translation>将所选图片移到这里</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the new project</source>
        <translation>新项目的名称</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>There is a project called “{name}” already.</source>
        <translation>已有名为“{name}”的项目。</translation>
    </message>
    <message>
        <source>Use selected picture as cover</source>
        <translation>将所选图片设为封面</translation>
    </message>
</context>
<context>
    <name>PresetField</name>
    <message>
        <source>Export presets (*.{ending})</source>
        <translation>导出预设 (*.{ending})</translation>
    </message>
    <message>
        <source>More with presets</source>
        <translation>更多预设操作</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save preset as…</source>
        <translation>预设另存为…</translation>
    </message>
    <message>
        <source>Share as a file…</source>
        <translation>共享为文件…</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>共享预设</translation>
    </message>
    <message>
        <source>Take a preset</source>
        <translation>导入预设</translation>
    </message>
    <message>
        <source>Take from a file…</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>All names</source>
        <translation>全部文件名</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>PriceHistoryDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Price history</source>
        <translation>价格历史</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>ProgressPart</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop exporting</source>
        <translation>停止导出</translation>
    </message>
</context>
<context>
    <name>ProjectBudgetDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Empty for no limit.</source>
        <translation>留空表示无上限。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The most that it may cost</source>
        <translation>最高花费</translation>
    </message>
    <message>
        <source>The most that it may cost (¥)</source>
        <translation>最高花费（¥）</translation>
    </message>
</context>
<context>
    <name>ProjectSwitcher</name>
    <message>
        <source>New pictures go to {project}.</source>
        <translation>新图片会存到 {project}。</translation>
    </message>
    <message>
        <source>Project: {name}</source>
        <translation>项目：{name}</translation>
    </message>
</context>
<context>
    <name>PromptFoot</name>
    <message>
        <source>1 character</source>
        <translation>1 个字符</translation>
    </message>
    <message>
        <source>Let all of the picture change</source>
        <translation>允许修改整张图片</translation>
    </message>
    <message>
        <source>Redo from the original with all changes in one instruction</source>
        <translation>从原图重来，把全部修改合并为一条指令</translation>
    </message>
    <message>
        <source>Redo from the original, all changes at once</source>
        <translation>从原图重来，合并全部修改</translation>
    </message>
    <message>
        <source>Send no marks</source>
        <translation>不发送标注</translation>
    </message>
    <message>
        <source>With each edit of an edit a little is lost.</source>
        <translation>每多修改一次，画质都会损失一点。</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
</context>
<context>
    <name>QuickChips</name>
    <message>
        <source>4K</source>
        <translation>4K</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Picks</source>
        <translation>留用</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>Unrated</source>
        <translation>未评分</translation>
    </message>
</context>
<context>
    <name>QuietLine</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop importing</source>
        <translation>停止导入</translation>
    </message>
</context>
<context>
    <name>ReferenceShelfPopover</name>
    <message>
        <source>Used before</source>
        <translation>以前用过</translation>
    </message>
    <message>
        <source>What you send along stands here, to be used again.</source>
        <translation>发送过的参考图会出现在这里，方便再次使用。</translation>
    </message>
</context>
<context>
    <name>ReferenceStrip</name>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>{name}, {place} of {count}</source>
        <translation>{name}，{place} / {count}</translation>
    </message>
</context>
<context>
    <name>ReferencesField</name>
    <message>
        <source>Add reference</source>
        <translation>添加参考图</translation>
    </message>
    <message>
        <source>Its file is gone from the library</source>
        <translation>图库中已没有它的文件</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>References used before</source>
        <translation>以前用过的参考图</translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{count} / {most}</translation>
    </message>
</context>
<context>
    <name>RegionPage</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>羽化</translation>
    </message>
    <message>
        <source>Feather {count} px</source>
        <translation>羽化 {count} px</translation>
    </message>
    <message>
        <source>How far the edge is blended outwards</source>
        <translation>边缘向外过渡的宽度</translation>
    </message>
    <message>
        <source>Region that may change</source>
        <translation>可修改区域</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>绘制方式</translation>
    </message>
</context>
<context>
    <name>RegionSurface</name>
    <message>
        <source>Region: {words}</source>
        <translation>区域：{words}</translation>
    </message>
</context>
<context>
    <name>ReplayDialog</name>
    <message>
        <source>1 call</source>
        <translation>1 次调用</translation>
    </message>
    <message>
        <source>As they were</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Each step is sent when the one before it is saved. Where one brings nothing, the rest is not sent and costs nothing.</source>
        <translation>上一步的图片保存后才发送下一步。某一步没有结果时，其余步骤不会发送，也不产生费用。</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Make the first picture anew, too</source>
        <translation>第一张图片也重新生成</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture to replay the edits on</source>
        <translation>用于重放修改的图片</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>Replay the edits</source>
        <translation>重放修改</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>The same as then</source>
        <translation>与当时相同</translation>
    </message>
    <message>
        <source>each its own</source>
        <translation>按各步计价</translation>
    </message>
    <message>
        <source>{count} calls, one after the other</source>
        <translation>依次 {count} 次调用</translation>
    </message>
    <message>
        <source>{price} each</source>
        <translation>每步 {price}</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>Scroll by month</source>
        <translation>按月滚动</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>SentPart</name>
    <message>
        <source>Its SHA-256 is copied</source>
        <translation>已复制其 SHA-256</translation>
    </message>
    <message>
        <source>Pictures sent with it</source>
        <translation>一并发送的图片</translation>
    </message>
    <message>
        <source>Sent with it</source>
        <translation>一并发送</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation>同时调用数</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change what is asked when a group fails</source>
        <translation>更改分组失败时改用的分组</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Go on to the next picture after a rating or a flag</source>
        <translation>评分或设旗标后转到下一张</translation>
    </message>
    <message>
        <source>Judging pictures</source>
        <translation>评选图片</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>键盘快捷键…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>图库文件夹</translation>
    </message>
    <message>
        <source>Library folder and language change at the next start.</source>
        <translation>图库文件夹和语言在下次启动时生效。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Model route</source>
        <translation>模型路由</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Prices and figures</source>
        <translation>价格与数据</translation>
    </message>
    <message>
        <source>Refresh from the gateway</source>
        <translation>从网关刷新</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Update from model page…</source>
        <translation>从模型页面更新…</translation>
    </message>
    <message>
        <source>Use the demo gateway: sample pictures, ¥0.00</source>
        <translation>使用演示网关：示例图片，¥0.00</translation>
    </message>
    <message>
        <source>When a group fails</source>
        <translation>分组失败时</translation>
    </message>
</context>
<context>
    <name>SettleBar</name>
    <message>
        <source>Asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>Unknown charges</source>
        <translation>扣费未知的调用</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Use it here only</source>
        <translation>只用于此处</translation>
    </message>
    <message>
        <source>Use it here only, not for {action}</source>
        <translation>只用于此处，不再用于“{action}”</translation>
    </message>
    <message>
        <source>{action}: no keys</source>
        <translation>{action}：无快捷键</translation>
    </message>
    <message>
        <source>{action}: usual keys</source>
        <translation>{action}：默认快捷键</translation>
    </message>
    <message>
        <source>{keys} also does: {action}</source>
        <translation>{keys} 也用于：{action}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No action is called so.</source>
        <translation>没有这样的操作。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和按键</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
</context>
<context>
    <name>SizePopover</name>
    <message>
        <source>From the left</source>
        <translation>距左侧</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>距顶部</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>In folder</source>
        <translation>放入文件夹</translation>
    </message>
    <message>
        <source>Kind of size</source>
        <translation>尺寸类型</translation>
    </message>
    <message>
        <source>Name ends with</source>
        <translation>名称后缀</translation>
    </message>
    <message>
        <source>Of a picture taken as</source>
        <translation>图片视为几倍</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
</context>
<context>
    <name>SizesField</name>
    <message>
        <source>+ Add</source>
        <translation>+ 添加</translation>
    </message>
    <message>
        <source>Add a size</source>
        <translation>添加尺寸</translation>
    </message>
    <message>
        <source>As it came, in its own size</source>
        <translation>保持原样，原始尺寸</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit size</source>
        <translation>编辑尺寸</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove size</source>
        <translation>移除尺寸</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Sizes larger than the picture</source>
        <translation>大于图片的尺寸</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Best rated first</source>
        <translation>评分从高到低</translation>
    </message>
    <message>
        <source>Cheapest first</source>
        <translation>费用从低到高</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dearest first</source>
        <translation>费用从高到低</translation>
    </message>
    <message>
        <source>Farthest first</source>
        <translation>从最不相近开始</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>尺寸从大到小</translation>
    </message>
    <message>
        <source>Least rated first</source>
        <translation>评分从低到高</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Nearest first</source>
        <translation>从最相近开始</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>从新到旧</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>从旧到新</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>排序：{order}</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>尺寸从小到大</translation>
    </message>
</context>
<context>
    <name>SpendButton</name>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
</context>
<context>
    <name>SpendList</name>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>SpendRow</name>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Still reading {name}: the disk is slow.</source>
        <translation>仍在读取 {name}：磁盘较慢。</translation>
    </message>
    <message>
        <source>This file was changed outside Proofroom.</source>
        <translation>此文件在 Proofroom 之外被改动过。</translation>
    </message>
</context>
<context>
    <name>StarPicker</name>
    <message>
        <source>1 star</source>
        <translation>1 星</translation>
    </message>
    <message>
        <source>Different ratings</source>
        <translation>评分不一</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>given</source>
        <translation>当前评分</translation>
    </message>
    <message>
        <source>{n} stars</source>
        <translation>{n} 星</translation>
    </message>
    <message>
        <source>{rating} of {most}</source>
        <translation>{rating} / {most}</translation>
    </message>
</context>
<context>
    <name>TableHands</name>
    <message>
        <source>Arrow keys move the dividing line or lead to the next picture. With Shift they move all pictures, with Alt the current one alone.</source>
        <translation>方向键移动分隔线，或转到下一张图片。按住 Shift 移动所有图片，按住 Alt 只移动当前图片。</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Remove tag {tag}</source>
        <translation>移除标签 {tag}</translation>
    </message>
    <message>
        <source>Tag {tag}, on {some} of {count}: add to all</source>
        <translation>标签 {tag}，{count} 张中有 {some} 张：全部添加</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Known tags</source>
        <translation>已有标签</translation>
    </message>
</context>
<context>
    <name>TagPopup</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation>还没有标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags of {count} pictures</source>
        <translation>{count} 张图片的标签</translation>
    </message>
    <message>
        <source>Tags to choose from</source>
        <translation>可选标签</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Take tag {tag} off</source>
        <translation>移除标签 {tag}</translation>
    </message>
</context>
<context>
    <name>ThumbTile</name>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
</context>
<context>
    <name>TilesView</name>
    <message>
        <source>Gallery</source>
        <translation>画廊</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Charged {amount}</source>
        <translation>已扣费 {amount}</translation>
    </message>
    <message>
        <source>Demo gateway</source>
        <translation>演示网关</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Key for this session</source>
        <translation>密钥仅本次运行有效</translation>
    </message>
    <message>
        <source>Key from the environment</source>
        <translation>密钥来自环境变量</translation>
    </message>
    <message>
        <source>Key in keychain</source>
        <translation>密钥在钥匙串中</translation>
    </message>
    <message>
        <source>Looking for the key</source>
        <translation>正在查找密钥</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>无任务</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>No keychain here keeps secrets.</source>
        <translation>此处没有可用的钥匙串。</translation>
    </message>
    <message>
        <source>Proofroom</source>
        <translation>Proofroom</translation>
    </message>
    <message>
        <source>Reserved {amount}: under way or waiting</source>
        <translation>已预留 {amount}：进行中或等待中</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Unknown {amount}: it may have been charged</source>
        <translation>未知 {amount}：可能已扣费</translation>
    </message>
    <message>
        <source>of which {amount} unknown</source>
        <translation>其中 {amount} 未知</translation>
    </message>
    <message>
        <source>of {limit}</source>
        <translation>/ {limit}</translation>
    </message>
    <message>
        <source>{amount} unknown</source>
        <translation>{amount} 未知</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} 个进行中</translation>
    </message>
    <message>
        <source>{count} to confirm</source>
        <translation>{count} 个待确认</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 个待处理</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 个等待中</translation>
    </message>
</context>
<context>
    <name>TrashHeader</name>
    <message>
        <source>1 picture, {size}</source>
        <translation>1 张图片，{size}</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>要清空回收站吗？</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Restore selected</source>
        <translation>恢复所选</translation>
    </message>
    <message>
        <source>The trash is empty. What is deleted is kept here for {days} days.</source>
        <translation>回收站是空的。删除的图片会在这里保留 {days} 天。</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>{count} pictures, {size}</source>
        <translation>{count} 张图片，{size}</translation>
    </message>
    <message>
        <source>{what} will be removed for good. This can&apos;t be undone.</source>
        <translation>{what}，将被永久删除，无法撤销。</translation>
    </message>
    <message>
        <source>{what}. Each is kept for {days} days.</source>
        <translation>{what}。每张保留 {days} 天。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Proofroom</source>
        <translation>Proofroom</translation>
    </message>
    <message>
        <source>Proofroom: {words}</source>
        <translation>Proofroom：{words}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show Proofroom</source>
        <translation>显示 Proofroom</translation>
    </message>
</context>
<context>
    <name>TreeCanvas</name>
    <message>
        <source>Tree</source>
        <translation>版本树</translation>
    </message>
</context>
<context>
    <name>TreeHead</name>
    <message>
        <source>1 version · {cost}</source>
        <translation>1 个版本 · {cost}</translation>
    </message>
    <message>
        <source>100%</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Back to the gallery</source>
        <translation>返回画廊</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>画廊</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Nothing was changed on the way to this version.</source>
        <translation>到此版本为止没有任何修改。</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>重放…</translation>
    </message>
    <message>
        <source>Show hidden and archived branches</source>
        <translation>显示已隐藏和已归档的分支</translation>
    </message>
    <message>
        <source>Top down</source>
        <translation>从上到下</translation>
    </message>
    <message>
        <source>{count} versions · {cost}</source>
        <translation>{count} 个版本 · {cost}</translation>
    </message>
</context>
<context>
    <name>TreePage</name>
    <message>
        <source>Tree page</source>
        <translation>版本树页面</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>Iterations</source>
        <translation>迭代记录</translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>UseLine</name>
    <message>
        <source>Don’t use</source>
        <translation>不使用</translation>
    </message>
</context>
<context>
    <name>VersionActions</name>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Iterate</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>VersionPart</name>
    <message>
        <source>1 version · {cost}</source>
        <translation>1 个版本 · {cost}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Iterate</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代记录</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Open palette</source>
        <translation>打开色板</translation>
    </message>
    <message>
        <source>Open tree</source>
        <translation>打开版本树</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>色板</translation>
    </message>
    <message>
        <source>{count} versions · {cost}</source>
        <translation>{count} 个版本 · {cost}</translation>
    </message>
    <message>
        <source>{count} · {cost}</source>
        <translation>{count} · {cost}</translation>
    </message>
</context>
<context>
    <name>ViewerHead</name>
    <message>
        <source>100%</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Back to the gallery</source>
        <translation>返回画廊</translation>
    </message>
    <message>
        <source>Back to the ledger</source>
        <translation>返回账本</translation>
    </message>
    <message>
        <source>Back to the tree</source>
        <translation>返回版本树</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>画廊</translation>
    </message>
    <message>
        <source>In random order</source>
        <translation>随机顺序</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>幻灯片放映</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>版本树</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} 秒</translation>
    </message>
</context>
<context>
    <name>ViewerPanel</name>
    <message>
        <source>Viewer</source>
        <translation>查看器</translation>
    </message>
</context>
<context>
    <name>ViewerWindow</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{picture} · Proofroom</source>
        <translation>{picture} · Proofroom</translation>
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>{colour} copied.</source>
        <translation>已复制 {colour}。</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Spend {amount}</source>
        <translation>花费 {amount}</translation>
    </message>
    <message>
        <source>Spend {amount}?</source>
        <translation>确定花费 {amount}？</translation>
    </message>
</context>
<context>
    <name>_Reason</name>
    <message>
        <source>Add key…</source>
        <translation>添加密钥…</translation>
    </message>
    <message>
        <source>Change budget…</source>
        <translation>更改预算…</translation>
    </message>
    <message>
        <source>Send afresh</source>
        <translation>用新对话发送</translation>
    </message>
</context>
<context>
    <name>_UseLine</name>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>100 %</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>100 % or fit</source>
        <translation>100% 或适合窗口</translation>
    </message>
    <message>
        <source>100 % or whole tree</source>
        <translation>100% 或整棵版本树</translation>
    </message>
    <message>
        <source>Add or erase</source>
        <translation>添加或擦除</translation>
    </message>
    <message>
        <source>Archive branch</source>
        <translation>归档分支</translation>
    </message>
    <message>
        <source>Back to the gallery</source>
        <translation>返回画廊</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Bring branch back</source>
        <translation>取消归档分支</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Budget of the project…</source>
        <translation>项目预算…</translation>
    </message>
    <message>
        <source>Choose the region that may change</source>
        <translation>选择可修改区域</translation>
    </message>
    <message>
        <source>Clear rating</source>
        <translation>清除评分</translation>
    </message>
    <message>
        <source>Client page…</source>
        <translation>客户页面…</translation>
    </message>
    <message>
        <source>Close ledger</source>
        <translation>关闭账本</translation>
    </message>
    <message>
        <source>Close second window</source>
        <translation>关闭第二窗口</translation>
    </message>
    <message>
        <source>Close tree</source>
        <translation>关闭版本树</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare: {way}</source>
        <translation>对比：{way}</translation>
    </message>
    <message>
        <source>Contact sheet…</source>
        <translation>联系表…</translation>
    </message>
    <message>
        <source>Copy as &lt;img&gt; tag</source>
        <translation>复制为 &lt;img&gt; 标签</translation>
    </message>
    <message>
        <source>Copy as data URI</source>
        <translation>复制为 Data URI</translation>
    </message>
    <message>
        <source>Copy as file</source>
        <translation>复制为文件</translation>
    </message>
    <message>
        <source>Copy crop</source>
        <translation>复制裁剪</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Crop ratio: {ratio}</source>
        <translation>裁剪比例：{ratio}</translation>
    </message>
    <message>
        <source>Crop to the device’s size</source>
        <translation>裁剪为设备尺寸</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>删除标注</translation>
    </message>
    <message>
        <source>Device frame</source>
        <translation>设备外框</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Export crop…</source>
        <translation>导出裁剪…</translation>
    </message>
    <message>
        <source>Export, filled around the crop…</source>
        <translation>围绕裁剪填满并导出…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Fill the screen, or fit into it</source>
        <translation>填满屏幕或完整显示</translation>
    </message>
    <message>
        <source>Find similar pictures</source>
        <translation>查找相似图片</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Flicker by itself</source>
        <translation>自动闪烁</translation>
    </message>
    <message>
        <source>Fold what is put away</source>
        <translation>折叠已隐藏和已归档的分支</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>画廊</translation>
    </message>
    <message>
        <source>Give it to the composer</source>
        <translation>交给创作面板</translation>
    </message>
    <message>
        <source>Guides and grid…</source>
        <translation>参考线和网格…</translation>
    </message>
    <message>
        <source>Hide branch</source>
        <translation>隐藏分支</translation>
    </message>
    <message>
        <source>Hide info</source>
        <translation>隐藏信息</translation>
    </message>
    <message>
        <source>Hide rulers and guides</source>
        <translation>隐藏标尺和参考线</translation>
    </message>
    <message>
        <source>Hide the 8-point grid</source>
        <translation>隐藏 8 点网格</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Import pictures…</source>
        <translation>导入图片…</translation>
    </message>
    <message>
        <source>Iterate</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Keep this, reject the rest</source>
        <translation>留用此图，排除其余</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Label: {colour}</source>
        <translation>色标：{colour}</translation>
    </message>
    <message>
        <source>Larger tiles</source>
        <translation>放大缩略图</translation>
    </message>
    <message>
        <source>Lay pictures over each other again</source>
        <translation>重新对齐图片</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Light frame, or dark</source>
        <translation>切换浅色或深色外框</translation>
    </message>
    <message>
        <source>Link to a file…</source>
        <translation>链接到文件…</translation>
    </message>
    <message>
        <source>Locate missing file…</source>
        <translation>定位丢失的文件…</translation>
    </message>
    <message>
        <source>Look at picture</source>
        <translation>查看图片</translation>
    </message>
    <message>
        <source>Mark up the picture</source>
        <translation>标注图片</translation>
    </message>
    <message>
        <source>Move to project…</source>
        <translation>移到项目…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Name branch…</source>
        <translation>命名分支…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Next background</source>
        <translation>切换背景</translation>
    </message>
    <message>
        <source>Next device</source>
        <translation>下一设备</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下一月</translation>
    </message>
    <message>
        <source>Next of those compared</source>
        <translation>对比中的下一张</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Open ledger</source>
        <translation>打开账本</translation>
    </message>
    <message>
        <source>Open or close the stack</source>
        <translation>展开或收起堆叠</translation>
    </message>
    <message>
        <source>Open tree</source>
        <translation>打开版本树</translation>
    </message>
    <message>
        <source>Palette of the picture…</source>
        <translation>图片的色板…</translation>
    </message>
    <message>
        <source>Paste picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>留用</translation>
    </message>
    <message>
        <source>Pick a colour</source>
        <translation>取色</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture on the full screen</source>
        <translation>全屏显示图片</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上一月</translation>
    </message>
    <message>
        <source>Previous of those compared</source>
        <translation>对比中的上一张</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Rate: {rating}</source>
        <translation>评分：{rating}</translation>
    </message>
    <message>
        <source>Real size at @{scale}x</source>
        <translation>实际大小 @{scale}x</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {deed}</source>
        <translation>重做：{deed}</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation>移除旗标</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>移除色标</translation>
    </message>
    <message>
        <source>Rename project…</source>
        <translation>重命名项目…</translation>
    </message>
    <message>
        <source>Replay edits…</source>
        <translation>重放修改…</translation>
    </message>
    <message>
        <source>Restore from trash</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show branch</source>
        <translation>显示分支</translation>
    </message>
    <message>
        <source>Show every picture in its own tile</source>
        <translation>每张图片单独显示</translation>
    </message>
    <message>
        <source>Show hidden and archived branches</source>
        <translation>显示已隐藏和已归档的分支</translation>
    </message>
    <message>
        <source>Show in a second window</source>
        <translation>在第二窗口中显示</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Show info</source>
        <translation>显示信息</translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation>显示任务</translation>
    </message>
    <message>
        <source>Show on a device</source>
        <translation>在设备上显示</translation>
    </message>
    <message>
        <source>Show rulers and guides</source>
        <translation>显示标尺和参考线</translation>
    </message>
    <message>
        <source>Show the 8-point grid</source>
        <translation>显示 8 点网格</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Show the safe area</source>
        <translation>显示安全区域</translation>
    </message>
    <message>
        <source>Smaller tiles</source>
        <translation>缩小缩略图</translation>
    </message>
    <message>
        <source>Sort: best rated first</source>
        <translation>排序：评分从高到低</translation>
    </message>
    <message>
        <source>Sort: dearest first</source>
        <translation>排序：费用从高到低</translation>
    </message>
    <message>
        <source>Sort: largest first</source>
        <translation>排序：尺寸从大到小</translation>
    </message>
    <message>
        <source>Sort: newest first</source>
        <translation>排序：从新到旧</translation>
    </message>
    <message>
        <source>Stack pictures of one order</source>
        <translation>堆叠同一订单的图片</translation>
    </message>
    <message>
        <source>Start slideshow</source>
        <translation>开始幻灯片放映</translation>
    </message>
    <message>
        <source>Stop slideshow</source>
        <translation>停止幻灯片放映</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Take the crop away</source>
        <translation>移除裁剪</translation>
    </message>
    <message>
        <source>Thicker line or larger brush</source>
        <translation>加粗线条或放大画笔</translation>
    </message>
    <message>
        <source>Thinner line or smaller brush</source>
        <translation>减细线条或缩小画笔</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>版本树</translation>
    </message>
    <message>
        <source>Tree from left to right</source>
        <translation>版本树从左到右</translation>
    </message>
    <message>
        <source>Tree from top down</source>
        <translation>版本树从上到下</translation>
    </message>
    <message>
        <source>Turn the crop</source>
        <translation>切换裁剪方向</translation>
    </message>
    <message>
        <source>Turn the device</source>
        <translation>旋转设备</translation>
    </message>
    <message>
        <source>Turn tree</source>
        <translation>切换版本树方向</translation>
    </message>
    <message>
        <source>Turn view</source>
        <translation>旋转视图</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {deed}</source>
        <translation>撤销：{deed}</translation>
    </message>
    <message>
        <source>Use all</source>
        <translation>全部使用</translation>
    </message>
    <message>
        <source>Use as reference</source>
        <translation>用作参考图</translation>
    </message>
    <message>
        <source>Use prompt</source>
        <translation>使用提示词</translation>
    </message>
    <message>
        <source>Use references</source>
        <translation>使用参考图</translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation>使用设置</translation>
    </message>
    <message>
        <source>Use this version in the linked file</source>
        <translation>在链接文件中使用此版本</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看器</translation>
    </message>
    <message>
        <source>Whole tree</source>
        <translation>整棵版本树</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>写提示词</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>balance</name>
    <message>
        <source>Of the key for every group, read at {time}.</source>
        <translation>用于所有分组的密钥的余额，读取于 {time}。</translation>
    </message>
    <message>
        <source>Of the key for {group}, read at {time}.</source>
        <translation>{group} 密钥的余额，读取于 {time}。</translation>
    </message>
    <message>
        <source>The key expires on {day}.</source>
        <translation>密钥于 {day} 到期。</translation>
    </message>
    <message>
        <source>{amount} were spent with it so far.</source>
        <translation>此密钥目前已花费 {amount}。</translation>
    </message>
</context>
<context>
    <name>budgets</name>
    <message>
        <source>Change budget…</source>
        <translation>更改预算…</translation>
    </message>
    <message>
        <source>Over the budget of {project}: {left} left of {limit}</source>
        <translation>超出 {project} 的预算：{limit} 中剩余 {left}</translation>
    </message>
    <message>
        <source>Over this month&apos;s budget: {left} left of {limit}</source>
        <translation>超出本月预算：{limit} 中剩余 {left}</translation>
    </message>
    <message>
        <source>Over today&apos;s budget: {left} left of {limit}</source>
        <translation>超出今日预算：{limit} 中剩余 {left}</translation>
    </message>
    <message>
        <source>This month {used} of {limit}</source>
        <translation>本月 {used} / {limit}</translation>
    </message>
    <message>
        <source>Today {used} of {limit}</source>
        <translation>今日 {used} / {limit}</translation>
    </message>
    <message>
        <source>Type a number of pictures such as 9, or nothing to be asked never.</source>
        <translation>请输入图片数量（如 9），留空则从不询问。</translation>
    </message>
    <message>
        <source>Type a percentage from 1 to 100, or nothing for no warning.</source>
        <translation>请输入 1 到 100 的百分比，留空则不提醒。</translation>
    </message>
    <message>
        <source>Type an amount such as 20.00, or nothing for no limit.</source>
        <translation>请输入金额（如 20.00），留空则无上限。</translation>
    </message>
    <message>
        <source>month used up</source>
        <translation>本月已用完</translation>
    </message>
    <message>
        <source>project used up</source>
        <translation>项目已用完</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>已用完</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>剩余 {left}</translation>
    </message>
    <message>
        <source>{left} left in project</source>
        <translation>项目剩余 {left}</translation>
    </message>
    <message>
        <source>{left} left this month</source>
        <translation>本月剩余 {left}</translation>
    </message>
    <message>
        <source>{project} {used} of {limit}</source>
        <translation>{project} {used} / {limit}</translation>
    </message>
    <message>
        <source>{spent} spent today</source>
        <translation>今日已花费 {spent}</translation>
    </message>
    <message>
        <source>{used} of the budget of {limit} for {project} is used.</source>
        <translation>{project} 的预算 {limit} 已用 {used}。</translation>
    </message>
    <message>
        <source>{used} of this month&apos;s budget of {limit} is used.</source>
        <translation>本月预算 {limit} 已用 {used}。</translation>
    </message>
    <message>
        <source>{used} of today&apos;s budget of {limit} is used.</source>
        <translation>今日预算 {limit} 已用 {used}。</translation>
    </message>
    <message>
        <source>{used} of {limit} used, {left} left</source>
        <translation>已用 {used} / {limit}，剩余 {left}</translation>
    </message>
    <message>
        <source>{used} so far, with what is reserved and what may have been charged.</source>
        <translation>目前已用 {used}，含已预留和可能已扣费的金额。</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>1 differs, the rest is unchanged:</source>
        <translation>1 项有变化，其余不变：</translation>
    </message>
    <message>
        <source>1 group and {prices} prices read.</source>
        <translation>已读取 1 个分组、{prices} 个价格。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Known since the prices that came with Proofroom.</source>
        <translation>价格记录始于 Proofroom 自带的价格。</translation>
    </message>
    <message>
        <source>Known since {day}.</source>
        <translation>价格记录始于 {day}。</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Latency, throughput and uptime read.</source>
        <translation>已读取延迟、吞吐量和可用率。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新增分组</translation>
    </message>
    <message>
        <source>New size</source>
        <translation>新增尺寸</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>No price has changed since.</source>
        <translation>此后价格没有变化。</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>没有变化。</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Prices were never updated: there is nothing to compare yet.</source>
        <translation>价格从未更新过，还没有可对比的内容。</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>The size {new} is new.</source>
        <translation>新增尺寸 {new}。</translation>
    </message>
    <message>
        <source>The size {new} is new. Proofroom can&apos;t ask for it yet.</source>
        <translation>新增尺寸 {new}。Proofroom 暂时还不能请求此尺寸。</translation>
    </message>
    <message>
        <source>The size {old} is no longer there.</source>
        <translation>尺寸 {old} 已不存在。</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>可用率</translation>
    </message>
    <message>
        <source>from {price}</source>
        <translation>{price} 起</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>{count} differ, the rest is unchanged:</source>
        <translation>{count} 项有变化，其余不变：</translation>
    </message>
    <message>
        <source>{groups} groups and {prices} prices read.</source>
        <translation>已读取 {groups} 个分组、{prices} 个价格。</translation>
    </message>
    <message>
        <source>{group} is a new group, {new}.</source>
        <translation>新增分组 {group}，{new}。</translation>
    </message>
    <message>
        <source>{group} is no longer there.</source>
        <translation>分组 {group} 已不存在。</translation>
    </message>
    <message>
        <source>{group}: {what} has no price any more; it was {old}.</source>
        <translation>{group}：已没有 {what}，原为 {old}。</translation>
    </message>
    <message>
        <source>{group}: {what} is down from {old} to {new}.</source>
        <translation>{group}：{what}从 {old} 降到 {new}。</translation>
    </message>
    <message>
        <source>{group}: {what} is up from {old} to {new}.</source>
        <translation>{group}：{what}从 {old} 涨到 {new}。</translation>
    </message>
    <message>
        <source>{group}: {what} is {new}; no price was known before.</source>
        <translation>{group}：{what}为 {new}；此前没有已知价格。</translation>
    </message>
    <message>
        <source>{group}: {what} was {old}, is {new}.</source>
        <translation>{group}：{what}原为 {old}，现为 {new}。</translation>
    </message>
    <message>
        <source>{size} per call</source>
        <translation>{size} 单价</translation>
    </message>
    <message>
        <source>{value} s</source>
        <translation>{value} 秒</translation>
    </message>
    <message>
        <source>{value} tokens/s</source>
        <translation>{value} tokens/s</translation>
    </message>
</context>
<context>
    <name>charges</name>
    <message>
        <source>Charged</source>
        <translation>已扣费</translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation>未扣费</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Unknown charge</source>
        <translation>扣费未知</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Chart copied as a picture.</source>
        <translation>已将图表复制为图片。</translation>
    </message>
    <message>
        <source>Table copied.</source>
        <translation>已复制表格。</translation>
    </message>
</context>
<context>
    <name>code</name>
    <message>
        <source>Choose a gateway in Settings to copy a call to it.</source>
        <translation>要复制调用，请先在设置中选择网关。</translation>
    </message>
    <message>
        <source>Copied. Put your key in ${name}.</source>
        <translation>已复制。请将密钥放入 ${name}。</translation>
    </message>
    <message>
        <source>Copy as {language}</source>
        <translation>复制为 {language}</translation>
    </message>
    <message>
        <source>It reads the pictures from files on this computer.</source>
        <translation>代码会从本机文件读取图片。</translation>
    </message>
    <message>
        <source>That is one call. The order would make {count} of them.</source>
        <translation>这是一次调用，此订单共需 {count} 次。</translation>
    </message>
    <message>
        <source>The demo gateway runs inside Proofroom only.</source>
        <translation>演示网关只在 Proofroom 内运行。</translation>
    </message>
</context>
<context>
    <name>colours</name>
    <message>
        <source>AA for large text only</source>
        <translation>AA：仅限大字</translation>
    </message>
    <message>
        <source>AA: any text</source>
        <translation>AA：任何文字</translation>
    </message>
    <message>
        <source>AAA: any text</source>
        <translation>AAA：任何文字</translation>
    </message>
    <message>
        <source>Adobe swatches (ASE)</source>
        <translation>Adobe 色板（ASE）</translation>
    </message>
    <message>
        <source>CSS variables</source>
        <translation>CSS 变量</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色数</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Contrast of each pair</source>
        <translation>每对颜色的对比度</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy {hex}</source>
        <translation>复制 {hex}</translation>
    </message>
    <message>
        <source>Design tokens (JSON)</source>
        <translation>设计令牌（JSON）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Figma variables (JSON)</source>
        <translation>Figma 变量（JSON）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>GIMP palette (GPL)</source>
        <translation>GIMP 调色板（GPL）</translation>
    </message>
    <message>
        <source>How many colours</source>
        <translation>颜色数量</translation>
    </message>
    <message>
        <source>Looking for colours…</source>
        <translation>正在提取颜色…</translation>
    </message>
    <message>
        <source>Palette copied.</source>
        <translation>已复制色板。</translation>
    </message>
    <message>
        <source>Palette of {picture}</source>
        <translation>{picture} 的色板</translation>
    </message>
    <message>
        <source>Save palette</source>
        <translation>保存色板</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已另存为 {name}。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Tailwind theme</source>
        <translation>Tailwind 主题</translation>
    </message>
    <message>
        <source>The picture has no more that can be told apart</source>
        <translation>图片中没有更多可区分的颜色</translation>
    </message>
    <message>
        <source>This format isn’t text: save it</source>
        <translation>此格式不是文本：请保存</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示的内容</translation>
    </message>
    <message>
        <source>not enough for text</source>
        <translation>不足以用于文字</translation>
    </message>
    <message>
        <source>{colour} copied.</source>
        <translation>已复制 {colour}。</translation>
    </message>
    <message>
        <source>{count} colours</source>
        <translation>{count} 色</translation>
    </message>
    <message>
        <source>{name}, {hex}, {share} of the picture</source>
        <translation>{name}，{hex}，占图片的 {share}</translation>
    </message>
    <message>
        <source>{text} on {ground}: {ratio} to 1, {enough}</source>
        <translation>{ground} 上的 {text}：{ratio} 比 1，{enough}</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>Flicker</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>Keep {number}</source>
        <translation>留用 {number}</translation>
    </message>
    <message>
        <source>Keep {picture}, reject the rest</source>
        <translation>留用 {picture}，排除其余</translation>
    </message>
    <message>
        <source>Looking for differences…</source>
        <translation>正在查找差异…</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Nothing changed outside the region</source>
        <translation>区域外没有变化</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>滑块</translation>
    </message>
    <message>
        <source>There is nothing to compare this picture with.</source>
        <translation>没有可与此图片对比的图片。</translation>
    </message>
    <message>
        <source>Up to {count} pictures can be compared at once. Select fewer.</source>
        <translation>一次最多对比 {count} 张图片。请减少选择。</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>less than 0.1</source>
        <translation>不到 0.1</translation>
    </message>
    <message>
        <source>{percent} % changed</source>
        <translation>{percent}% 有变化</translation>
    </message>
    <message>
        <source>{percent} % changed outside the region</source>
        <translation>区域外 {percent}% 有变化</translation>
    </message>
</context>
<context>
    <name>composer</name>
    <message>
        <source>, then </source>
        <translation>，然后</translation>
    </message>
    <message>
        <source>1 image × {price}</source>
        <translation>1 张 × {price}</translation>
    </message>
    <message>
        <source>1 mark sent as instruction</source>
        <translation>1 处标注作为指令发送</translation>
    </message>
    <message>
        <source>1 of earlier turns</source>
        <translation>之前对话中的 1 张</translation>
    </message>
    <message>
        <source>1 picture leaves this machine and goes to {host}: {names}.</source>
        <translation>1 张图片将离开本机，发往 {host}：{names}。</translation>
    </message>
    <message>
        <source>1 turn sent along</source>
        <translation>会一并发送 1 轮对话</translation>
    </message>
    <message>
        <source>1 was made smaller to fit</source>
        <translation>有 1 张已缩小以符合上限</translation>
    </message>
    <message>
        <source>A conversation stays with its group.</source>
        <translation>对话留在其分组中。</translation>
    </message>
    <message>
        <source>Add references</source>
        <translation>添加参考图</translation>
    </message>
    <message>
        <source>Afresh: its picture is sent along</source>
        <translation>新对话：会一并发送其图片</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>As large as they are</source>
        <translation>原始尺寸</translation>
    </message>
    <message>
        <source>As little thinking as the model can do</source>
        <translation>模型所能做到的最少思考</translation>
    </message>
    <message>
        <source>At most {edge} px</source>
        <translation>不超过 {edge} px</translation>
    </message>
    <message>
        <source>At most {most} references can be sent; 1 was left out.</source>
        <translation>最多发送 {most} 张参考图；有 1 张未加入。</translation>
    </message>
    <message>
        <source>At most {most} references can be sent; {count} were left out.</source>
        <translation>最多发送 {most} 张参考图；有 {count} 张未加入。</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Balance is low: less than this order costs</source>
        <translation>余额不足：少于此订单的费用</translation>
    </message>
    <message>
        <source>By goal</source>
        <translation>按目标</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Choose a group.</source>
        <translation>请选择分组。</translation>
    </message>
    <message>
        <source>Choosing the group…</source>
        <translation>正在选择分组…</translation>
    </message>
    <message>
        <source>Generate {count}</source>
        <translation>生成 {count} 张</translation>
    </message>
    <message>
        <source>Generate {count} for {total}</source>
        <translation>生成 {count} 张 · {total}</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>If it fails, no other group is asked.</source>
        <translation>失败时不改用其他分组。</translation>
    </message>
    <message>
        <source>If it fails: {groups}</source>
        <translation>失败时改用：{groups}</translation>
    </message>
    <message>
        <source>Iterate</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Iterate for {total}</source>
        <translation>迭代 · {total}</translation>
    </message>
    <message>
        <source>Iterate {count}</source>
        <translation>迭代 {count} 张</translation>
    </message>
    <message>
        <source>Iterate {count} for {total}</source>
        <translation>迭代 {count} 张 · {total}</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>More thinking: slower, better at complex scenes</source>
        <translation>思考更多：较慢，更擅长复杂画面</translation>
    </message>
    <message>
        <source>Names of references</source>
        <translation>参考图名称</translation>
    </message>
    <message>
        <source>No group can be chosen</source>
        <translation>没有可选的分组</translation>
    </message>
    <message>
        <source>No key for this group</source>
        <translation>此分组没有密钥</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>未打开图库。</translation>
    </message>
    <message>
        <source>Only the marked region changes</source>
        <translation>只修改选定区域</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>正在打开图库…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>Sends 1 picture</source>
        <translation>发送 1 张图片</translation>
    </message>
    <message>
        <source>Sends {count} pictures</source>
        <translation>发送 {count} 张图片</translation>
    </message>
    <message>
        <source>The conversation</source>
        <translation>延续对话</translation>
    </message>
    <message>
        <source>The conversation goes on in its group: {facts}</source>
        <translation>对话在其分组中继续：{facts}</translation>
    </message>
    <message>
        <source>The conversation: {turns}</source>
        <translation>延续对话：{turns}</translation>
    </message>
    <message>
        <source>The model decides</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>The model may refuse turns from another group.</source>
        <translation>模型可能拒绝来自其他分组的对话。</translation>
    </message>
    <message>
        <source>The version this continued is no longer in the library.</source>
        <translation>所接续的版本已不在图库中。</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>版本 {number}</translation>
    </message>
    <message>
        <source>What you write here can&apos;t be kept: {why}</source>
        <translation>此处的内容无法保存：{why}</translation>
    </message>
    <message>
        <source>Write a prompt or add a reference</source>
        <translation>请写提示词或添加参考图</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>约 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>约 {seconds} 秒</translation>
    </message>
    <message>
        <source>at most {total}</source>
        <translation>最高 {total}</translation>
    </message>
    <message>
        <source>edit {number}</source>
        <translation>第 {number} 次修改</translation>
    </message>
    <message>
        <source>if this key bills at {group}</source>
        <translation>假定此密钥按 {group} 计费</translation>
    </message>
    <message>
        <source>its marked copy</source>
        <translation>带标注的副本</translation>
    </message>
    <message>
        <source>its picture is sent along</source>
        <translation>会一并发送其图片</translation>
    </message>
    <message>
        <source>per image</source>
        <translation>每张</translation>
    </message>
    <message>
        <source>rests until {time}</source>
        <translation>暂停到 {time}</translation>
    </message>
    <message>
        <source>the conversation is sent along</source>
        <translation>会一并发送对话</translation>
    </message>
    <message>
        <source>the version</source>
        <translation>该版本</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>版本 {number}</translation>
    </message>
    <message>
        <source>{amount} of today is unknown</source>
        <translation>今日有 {amount} 扣费未知</translation>
    </message>
    <message>
        <source>{count} = {total}</source>
        <translation>{count} = {total}</translation>
    </message>
    <message>
        <source>{count} images × {price}</source>
        <translation>{count} 张 × {price}</translation>
    </message>
    <message>
        <source>{count} marks sent as instruction</source>
        <translation>{count} 处标注作为指令发送</translation>
    </message>
    <message>
        <source>{count} more references</source>
        <translation>另外 {count} 张参考图</translation>
    </message>
    <message>
        <source>{count} of earlier turns</source>
        <translation>之前对话中的 {count} 张</translation>
    </message>
    <message>
        <source>{count} pictures leave this machine and go to {host}: {names}.</source>
        <translation>{count} 张图片将离开本机，发往 {host}：{names}。</translation>
    </message>
    <message>
        <source>{count} turns sent along</source>
        <translation>会一并发送 {count} 轮对话</translation>
    </message>
    <message>
        <source>{count} were made smaller to fit</source>
        <translation>有 {count} 张已缩小以符合上限</translation>
    </message>
    <message>
        <source>{figures} · no key</source>
        <translation>{figures} · 无密钥</translation>
    </message>
    <message>
        <source>{group} is no longer in the catalog. Choose another group.</source>
        <translation>{group} 已不在价目表中。请选择其他分组。</translation>
    </message>
    <message>
        <source>{label} (demo)</source>
        <translation>{label}（演示）</translation>
    </message>
    <message>
        <source>{latency} typical · {uptime} up</source>
        <translation>通常 {latency} · 可用率 {uptime}</translation>
    </message>
    <message>
        <source>{left} left in this project</source>
        <translation>此项目剩余 {left}</translation>
    </message>
    <message>
        <source>{left} left this month</source>
        <translation>本月剩余 {left}</translation>
    </message>
    <message>
        <source>{left} left today</source>
        <translation>今日剩余 {left}</translation>
    </message>
    <message>
        <source>{left} → {then}</source>
        <translation>{left} → {then}</translation>
    </message>
    <message>
        <source>{name} is a reference already.</source>
        <translation>{name} 已在参考图中。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{sends}, {size} of {limit} MB</source>
        <translation>{sends}，{size} / {limit} MB</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} 像素</translation>
    </message>
    <message>
        <source>{spent} today</source>
        <translation>今日 {spent}</translation>
    </message>
    <message>
        <source>{spent} today → {then}</source>
        <translation>今日 {spent} → {then}</translation>
    </message>
</context>
<context>
    <name>compositing</name>
    <message>
        <source>A changed region couldn&apos;t be put into its picture. {why}</source>
        <translation>修改后的区域无法合成到原图中。{why}</translation>
    </message>
    <message>
        <source>Put together all the same</source>
        <translation>仍然合成</translation>
    </message>
    <message>
        <source>Show both</source>
        <translation>显示两者</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Version {answer} fits version {parent} poorly ({fit}). It was not put together.</source>
        <translation>版本 {answer} 与版本 {parent} 不够吻合（{fit}），未合成。</translation>
    </message>
    <message>
        <source>Version {number} was put together.</source>
        <translation>已合成版本 {number}。</translation>
    </message>
</context>
<context>
    <name>copying</name>
    <message>
        <source>&lt;img&gt; tag</source>
        <translation>&lt;img&gt; 标签</translation>
    </message>
    <message>
        <source>&lt;img&gt; tag copied: {size} of text.</source>
        <translation>已复制 &lt;img&gt; 标签：文本 {size}。</translation>
    </message>
    <message>
        <source>Data URI</source>
        <translation>Data URI</translation>
    </message>
    <message>
        <source>Data URI copied: {size} of text.</source>
        <translation>已复制 Data URI：文本 {size}。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File copied.</source>
        <translation>已复制文件。</translation>
    </message>
    <message>
        <source>That would be {size} of text. Export the pictures instead.</source>
        <translation>文本将达 {size}。请改为导出图片。</translation>
    </message>
    <message>
        <source>Waiting for the library&apos;s disk…</source>
        <translation>正在等待图库所在磁盘…</translation>
    </message>
    <message>
        <source>{count} &lt;img&gt; tags copied: {size} of text.</source>
        <translation>已复制 {count} 个 &lt;img&gt; 标签：文本 {size}。</translation>
    </message>
    <message>
        <source>{count} data URIs copied: {size} of text.</source>
        <translation>已复制 {count} 个 Data URI：文本 {size}。</translation>
    </message>
    <message>
        <source>{count} files copied.</source>
        <translation>已复制 {count} 个文件。</translation>
    </message>
    <message>
        <source>{form} ({size} as text)</source>
        <translation>{form}（文本 {size}）</translation>
    </message>
</context>
<context>
    <name>crop</name>
    <message>
        <source>All of the picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Copy crop</source>
        <translation>复制裁剪</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Crop copied, {size} px.</source>
        <translation>已复制裁剪，{size} 像素。</translation>
    </message>
    <message>
        <source>Crop: all of the picture, {size}</source>
        <translation>裁剪：整张图片，{size}</translation>
    </message>
    <message>
        <source>Crop: {size}, at {left}, {top}</source>
        <translation>裁剪：{size}，位于（{left}, {top}）</translation>
    </message>
    <message>
        <source>Drag over the picture to crop it. The picture itself stays as it is</source>
        <translation>在图片上拖动即可裁剪。图片本身保持不变</translation>
    </message>
    <message>
        <source>Exact pixels</source>
        <translation>指定像素</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>指定尺寸</translation>
    </message>
    <message>
        <source>Export crop…</source>
        <translation>导出裁剪…</translation>
    </message>
    <message>
        <source>Export in the last sizes; those that fill a frame keep this crop’s middle</source>
        <translation>按上次的尺寸导出；其中“填满”的尺寸以此裁剪的中心为准</translation>
    </message>
    <message>
        <source>Fill around it…</source>
        <translation>围绕裁剪填满…</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>The part has fewer pixels than the file gets: it will be enlarged</source>
        <translation>所选部分的像素少于文件所需，将被放大</translation>
    </message>
    <message>
        <source>These pixels ({size})</source>
        <translation>当前像素（{size}）</translation>
    </message>
    <message>
        <source>Turn the crop</source>
        <translation>切换裁剪方向</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>{name}: the file gets exactly the screen’s pixels</source>
        <translation>{name}：文件与屏幕像素完全一致</translation>
    </message>
    <message>
        <source>{part} px → {size} px</source>
        <translation>{part} 像素 → {size} 像素</translation>
    </message>
    <message>
        <source>{share} % of the picture. The picture itself stays as it is</source>
        <translation>占图片的 {share}%。图片本身保持不变</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} 像素</translation>
    </message>
</context>
<context>
    <name>deeds</name>
    <message>
        <source>Archived a branch</source>
        <translation>归档分支</translation>
    </message>
    <message>
        <source>Archived the project {name}</source>
        <translation>归档项目 {name}</translation>
    </message>
    <message>
        <source>Archived {count} branches</source>
        <translation>归档 {count} 个分支</translation>
    </message>
    <message>
        <source>Brought a branch back</source>
        <translation>取消归档分支</translation>
    </message>
    <message>
        <source>Brought the project {name} back</source>
        <translation>取消归档项目 {name}</translation>
    </message>
    <message>
        <source>Brought {count} branches back</source>
        <translation>取消归档 {count} 个分支</translation>
    </message>
    <message>
        <source>Changed the budget of {name}</source>
        <translation>更改 {name} 的预算</translation>
    </message>
    <message>
        <source>Chose the cover of {name}</source>
        <translation>设置 {name} 的封面</translation>
    </message>
    <message>
        <source>Flagged 1 picture</source>
        <translation>为 1 张图片设旗标</translation>
    </message>
    <message>
        <source>Flagged {count} pictures</source>
        <translation>为 {count} 张图片设旗标</translation>
    </message>
    <message>
        <source>Hid a branch</source>
        <translation>隐藏分支</translation>
    </message>
    <message>
        <source>Hid {count} branches</source>
        <translation>隐藏 {count} 个分支</translation>
    </message>
    <message>
        <source>Imported 1 picture</source>
        <translation>导入 1 张图片</translation>
    </message>
    <message>
        <source>Imported {count} pictures</source>
        <translation>导入 {count} 张图片</translation>
    </message>
    <message>
        <source>Labelled 1 picture</source>
        <translation>为 1 张图片设色标</translation>
    </message>
    <message>
        <source>Labelled {count} pictures</source>
        <translation>为 {count} 张图片设色标</translation>
    </message>
    <message>
        <source>Made the project {name}</source>
        <translation>新建项目 {name}</translation>
    </message>
    <message>
        <source>Moved 1 picture to the trash</source>
        <translation>将 1 张图片移到回收站</translation>
    </message>
    <message>
        <source>Moved 1 picture to {name}</source>
        <translation>将 1 张图片移到 {name}</translation>
    </message>
    <message>
        <source>Moved {count} pictures to the trash</source>
        <translation>将 {count} 张图片移到回收站</translation>
    </message>
    <message>
        <source>Moved {count} pictures to {name}</source>
        <translation>将 {count} 张图片移到 {name}</translation>
    </message>
    <message>
        <source>Named a branch {name}</source>
        <translation>将分支命名为 {name}</translation>
    </message>
    <message>
        <source>Rated 1 picture</source>
        <translation>为 1 张图片评分</translation>
    </message>
    <message>
        <source>Rated {count} pictures</source>
        <translation>为 {count} 张图片评分</translation>
    </message>
    <message>
        <source>Removed the project {name}</source>
        <translation>移除项目 {name}</translation>
    </message>
    <message>
        <source>Removed the search {name}</source>
        <translation>移除搜索 {name}</translation>
    </message>
    <message>
        <source>Renamed a project to {name}</source>
        <translation>将项目重命名为 {name}</translation>
    </message>
    <message>
        <source>Restored 1 picture</source>
        <translation>恢复 1 张图片</translation>
    </message>
    <message>
        <source>Restored {count} pictures</source>
        <translation>恢复 {count} 张图片</translation>
    </message>
    <message>
        <source>Saved the search {name}</source>
        <translation>保存搜索 {name}</translation>
    </message>
    <message>
        <source>Showed a branch</source>
        <translation>显示分支</translation>
    </message>
    <message>
        <source>Showed {count} branches</source>
        <translation>显示 {count} 个分支</translation>
    </message>
    <message>
        <source>Tagged 1 picture</source>
        <translation>修改 1 张图片的标签</translation>
    </message>
    <message>
        <source>Tagged {count} pictures</source>
        <translation>修改 {count} 张图片的标签</translation>
    </message>
    <message>
        <source>Took a branch&apos;s name away</source>
        <translation>移除分支名称</translation>
    </message>
</context>
<context>
    <name>details</name>
    <message>
        <source>Arrived after cancel</source>
        <translation>取消后到达</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Imported, made elsewhere</source>
        <translation>导入，在别处制作</translation>
    </message>
    <message>
        <source>It wrote</source>
        <translation>模型回复</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Not put together with its parent</source>
        <translation>未与父版本合成</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Original file</source>
        <translation>原文件</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Put together as version {number}</source>
        <translation>已合成为版本 {number}</translation>
    </message>
    <message>
        <source>Put together from versions {parent} and {answer} · fit {fit}</source>
        <translation>由版本 {parent} 和 {answer} 合成 · 吻合度 {fit}</translation>
    </message>
    <message>
        <source>Put together here · fit {fit}</source>
        <translation>在此合成 · 吻合度 {fit}</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>if this key bills at {group}</source>
        <translation>假定此密钥按 {group} 计费</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Budget for {project}</source>
        <translation>{project} 的预算</translation>
    </message>
    <message>
        <source>Connect a gateway key</source>
        <translation>连接网关密钥</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Price history</source>
        <translation>价格历史</translation>
    </message>
    <message>
        <source>Refresh from the gateway</source>
        <translation>从网关刷新</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Update from model page</source>
        <translation>从模型页面更新</translation>
    </message>
    <message>
        <source>When a group fails</source>
        <translation>分组失败时</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A key can&apos;t be sent safely to “{address}”.</source>
        <translation>密钥无法安全地发送到“{address}”。</translation>
    </message>
    <message>
        <source>A name needs a letter, a digit or a sign.</source>
        <translation>名称至少要有一个文字、数字或符号。</translation>
    </message>
    <message>
        <source>A part of the model page is missing or can&apos;t be read: “{missing}”.</source>
        <translation>模型页面有一部分缺失或无法读取：“{missing}”。</translation>
    </message>
    <message>
        <source>A web page came in place of an answer.</source>
        <translation>收到的是网页，而不是应答。</translation>
    </message>
    <message>
        <source>Add a key for it in Settings, or choose a group that has one.</source>
        <translation>请在设置中为它添加密钥，或选择已有密钥的分组。</translation>
    </message>
    <message>
        <source>Add the picture again, or take it out.</source>
        <translation>请重新添加此图片，或将它移除。</translation>
    </message>
    <message>
        <source>Blocked as too close to an existing work. No picture came back.</source>
        <translation>因与现有作品过于相似被拦截，没有返回图片。</translation>
    </message>
    <message>
        <source>Blocked because of its content. No picture came back.</source>
        <translation>因内容被拦截，没有返回图片。</translation>
    </message>
    <message>
        <source>Blocked because of personal details. No picture came back.</source>
        <translation>因涉及个人信息被拦截，没有返回图片。</translation>
    </message>
    <message>
        <source>Blocked by the model&apos;s protection. No picture came back.</source>
        <translation>被模型的防护机制拦截，没有返回图片。</translation>
    </message>
    <message>
        <source>Blocked for safety. No picture came back.</source>
        <translation>因安全原因被拦截，没有返回图片。</translation>
    </message>
    <message>
        <source>Blocked without a reason. No picture came back.</source>
        <translation>被拦截，未说明原因，没有返回图片。</translation>
    </message>
    <message>
        <source>Cancelled after it was sent.</source>
        <translation>发送后取消。</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>发送前取消。</translation>
    </message>
    <message>
        <source>Change it and try again.</source>
        <translation>请修改后重试。</translation>
    </message>
    <message>
        <source>Change the prompt or the references, then send it again.</source>
        <translation>请修改提示词或参考图，再重新发送。</translation>
    </message>
    <message>
        <source>Change the prompt, the size or the references.</source>
        <translation>请修改提示词、尺寸或参考图。</translation>
    </message>
    <message>
        <source>Change the prompt, the size, the references or the group.</source>
        <translation>请修改提示词、尺寸、参考图或分组。</translation>
    </message>
    <message>
        <source>Change the prompt.</source>
        <translation>请修改提示词。</translation>
    </message>
    <message>
        <source>Check the account&apos;s balance and the key&apos;s quota at the gateway.</source>
        <translation>请在网关查看账户余额和密钥额度。</translation>
    </message>
    <message>
        <source>Check the file&apos;s name and that you may open it.</source>
        <translation>请检查文件名，以及是否有权打开。</translation>
    </message>
    <message>
        <source>Check the gateway&apos;s account log before you send it again.</source>
        <translation>重新发送前，请先查看网关的账户日志。</translation>
    </message>
    <message>
        <source>Check the gateway&apos;s account log, then send it again if you wish.</source>
        <translation>请查看网关的账户日志，需要时再重新发送。</translation>
    </message>
    <message>
        <source>Check the key in Settings.</source>
        <translation>请在设置中检查密钥。</translation>
    </message>
    <message>
        <source>Check the model&apos;s route and the gateway&apos;s address in Settings.</source>
        <translation>请在设置中检查模型路由和网关地址。</translation>
    </message>
    <message>
        <source>Choose a file that is.</source>
        <translation>请选择已链接的文件。</translation>
    </message>
    <message>
        <source>Choose a smaller size or another format.</source>
        <translation>请选择更小的尺寸，或换一种格式。</translation>
    </message>
    <message>
        <source>Choose a version that edits in words led to.</source>
        <translation>请选择由文字修改得来的版本。</translation>
    </message>
    <message>
        <source>Choose another file, or unlink it from those first.</source>
        <translation>请换一个文件，或先取消它与其他版本的链接。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请换一个文件。</translation>
    </message>
    <message>
        <source>Choose another folder or name. The saved picture is untouched.</source>
        <translation>请换一个文件夹或名称。已保存的图片不受影响。</translation>
    </message>
    <message>
        <source>Choose another folder, or allow writing to this one.</source>
        <translation>请换一个文件夹，或允许写入此文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请换一个文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder. The file was not touched.</source>
        <translation>请换一个文件夹。该文件未被改动。</translation>
    </message>
    <message>
        <source>Choose another format or size.</source>
        <translation>请换一种格式或尺寸。</translation>
    </message>
    <message>
        <source>Choose another format, size or folder.</source>
        <translation>请换一种格式、尺寸或文件夹。</translation>
    </message>
    <message>
        <source>Choose another group, or allow it at the gateway.</source>
        <translation>请选择其他分组，或在网关开通权限。</translation>
    </message>
    <message>
        <source>Choose another name or folder. Nothing was written there.</source>
        <translation>请换一个名称或文件夹。那里没有写入任何内容。</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be overwritten.</source>
        <translation>请换一个名称，或允许覆盖。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请选择其他预设。</translation>
    </message>
    <message>
        <source>Choose another project, or make one of this name.</source>
        <translation>请选择其他项目，或新建此名称的项目。</translation>
    </message>
    <message>
        <source>Close the other program, or choose another folder.</source>
        <translation>请关闭另一个程序，或换一个文件夹。</translation>
    </message>
    <message>
        <source>Compare the two, put them together all the same, then continue that.</source>
        <translation>请先对比两者并仍然合成，再接续合成后的版本。</translation>
    </message>
    <message>
        <source>Correct the file, or ask for it anew. Nothing was taken from it.</source>
        <translation>请更正文件，或重新索取。没有从中导入任何内容。</translation>
    </message>
    <message>
        <source>End it with .png, .jpg, .webp or the like.</source>
        <translation>请以 .png、.jpg、.webp 等结尾。</translation>
    </message>
    <message>
        <source>End the name with .{ending}.</source>
        <translation>名称请以 .{ending} 结尾。</translation>
    </message>
    <message>
        <source>Find the file, or continue another version.</source>
        <translation>请找到文件，或接续其他版本。</translation>
    </message>
    <message>
        <source>If its picture still comes, it is saved.</source>
        <translation>如果图片仍然到达，会自动保存。</translation>
    </message>
    <message>
        <source>In {name}, “{field}” can&apos;t be used. Allowed: {allowed}.</source>
        <translation>{name} 中的“{field}”无法使用。可用：{allowed}。</translation>
    </message>
    <message>
        <source>In {name}, “{field}” is missing. Allowed: {allowed}.</source>
        <translation>{name} 中缺少“{field}”。可用：{allowed}。</translation>
    </message>
    <message>
        <source>In {name}, “{field}” isn&apos;t known. Allowed: {allowed}.</source>
        <translation>{name} 中的“{field}”无法识别。可用：{allowed}。</translation>
    </message>
    <message>
        <source>It cost nothing.</source>
        <translation>未产生费用。</translation>
    </message>
    <message>
        <source>It cost {price}.</source>
        <translation>费用 {price}。</translation>
    </message>
    <message>
        <source>It is sent again by itself.</source>
        <translation>将自动重新发送。</translation>
    </message>
    <message>
        <source>It may have been charged {price}.</source>
        <translation>可能已扣费 {price}。</translation>
    </message>
    <message>
        <source>It may have been charged.</source>
        <translation>可能已扣费。</translation>
    </message>
    <message>
        <source>It was charged.</source>
        <translation>已扣费。</translation>
    </message>
    <message>
        <source>Its price is reserved until it ends.</source>
        <translation>结束前按价格预留费用。</translation>
    </message>
    <message>
        <source>Look it up in the gallery, or with “proofroom list”.</source>
        <translation>请在画廊中查找，或使用“proofroom list”。</translation>
    </message>
    <message>
        <source>Look it up with “proofroom jobs”.</source>
        <translation>请使用“proofroom jobs”查找。</translation>
    </message>
    <message>
        <source>Make it smaller and add it again.</source>
        <translation>请缩小后重新添加。</translation>
    </message>
    <message>
        <source>Make room, or choose another folder.</source>
        <translation>请腾出空间，或换一个文件夹。</translation>
    </message>
    <message>
        <source>Move them to another project, in the trash too. Or archive it.</source>
        <translation>请将图片移到其他项目（包括回收站中的），或归档此项目。</translation>
    </message>
    <message>
        <source>No answer came in time. What became of the call isn&apos;t known.</source>
        <translation>未能及时收到应答，调用结果未知。</translation>
    </message>
    <message>
        <source>No job is called {job}.</source>
        <translation>没有名为 {job} 的任务。</translation>
    </message>
    <message>
        <source>No picture came back ({reason}).</source>
        <translation>没有返回图片（{reason}）。</translation>
    </message>
    <message>
        <source>No version is called {version}.</source>
        <translation>没有名为 {version} 的版本。</translation>
    </message>
    <message>
        <source>No version is linked to {name}.</source>
        <translation>没有版本链接到 {name}。</translation>
    </message>
    <message>
        <source>Nothing more is sent, and no picture that was paid for is lost.</source>
        <translation>不会再发送新请求，已付费的图片不会丢失。</translation>
    </message>
    <message>
        <source>Nothing was changed, and it cost nothing.</source>
        <translation>没有任何改动，未产生费用。</translation>
    </message>
    <message>
        <source>Nothing was sent, so it cost nothing.</source>
        <translation>没有发送，未产生费用。</translation>
    </message>
    <message>
        <source>One reference is often the cause: try without it, or as a JPEG.</source>
        <translation>往往是某张参考图所致：请去掉它，或改用 JPEG 再试。</translation>
    </message>
    <message>
        <source>Open the model&apos;s page, select all of it, and copy the whole text.</source>
        <translation>请打开模型页面，全选并复制全部文本。</translation>
    </message>
    <message>
        <source>Overwrite it, or unlink it.</source>
        <translation>请覆盖文件，或取消链接。</translation>
    </message>
    <message>
        <source>Proofroom closed before the answer came.</source>
        <translation>Proofroom 在收到应答前已关闭。</translation>
    </message>
    <message>
        <source>Raise the limit in Settings, or wait until next month.</source>
        <translation>请在设置中提高上限，或等到下月。</translation>
    </message>
    <message>
        <source>Raise the limit in Settings, or wait until tomorrow.</source>
        <translation>请在设置中提高上限，或等到明天。</translation>
    </message>
    <message>
        <source>Raise the project&apos;s budget, or choose another project.</source>
        <translation>请提高项目预算，或选择其他项目。</translation>
    </message>
    <message>
        <source>Read what it wrote, change the prompt, then send it again.</source>
        <translation>请阅读模型回复，修改提示词后重新发送。</translation>
    </message>
    <message>
        <source>Save it as PNG, JPEG or WebP in another program and import that.</source>
        <translation>请用其他程序存为 PNG、JPEG 或 WebP，再导入。</translation>
    </message>
    <message>
        <source>See the ledger for its charge.</source>
        <translation>扣费情况请查看账本。</translation>
    </message>
    <message>
        <source>Send fewer or smaller pictures, or a conversation&apos;s picture afresh.</source>
        <translation>请减少或缩小图片，或改用新对话发送图片。</translation>
    </message>
    <message>
        <source>Send it again later, or choose another group.</source>
        <translation>请稍后重新发送，或选择其他分组。</translation>
    </message>
    <message>
        <source>Send that one again, then continue its picture.</source>
        <translation>请先重新发送上一步，再接续其图片。</translation>
    </message>
    <message>
        <source>Send the picture afresh: that needs none.</source>
        <translation>请用新对话发送图片：无需签名。</translation>
    </message>
    <message>
        <source>Set the gateway&apos;s new address in Settings, if you trust it.</source>
        <translation>如果信任新地址，请在设置中修改网关地址。</translation>
    </message>
    <message>
        <source>Show another file, or import this one as a picture of its own.</source>
        <translation>请指定其他文件，或将它作为新图片导入。</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>出错了。</translation>
    </message>
    <message>
        <source>Something went wrong: {message}.</source>
        <translation>出错了：{message}。</translation>
    </message>
    <message>
        <source>The account or the key has no money left.</source>
        <translation>账户余额或密钥额度已用完。</translation>
    </message>
    <message>
        <source>The answer can&apos;t be read.</source>
        <translation>应答无法读取。</translation>
    </message>
    <message>
        <source>The answer was larger than 256 MB and was cut off.</source>
        <translation>应答超过 256 MB，已被截断。</translation>
    </message>
    <message>
        <source>The connection broke before the picture was whole.</source>
        <translation>图片尚未收完，连接已中断。</translation>
    </message>
    <message>
        <source>The copy can&apos;t be saved in {folder} ({reason}).</source>
        <translation>无法将副本保存到 {folder}（{reason}）。</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be written.</source>
        <translation>无法写入文件夹 {folder}。</translation>
    </message>
    <message>
        <source>The folder {folder} holds another program&apos;s file in the library&apos;s place.</source>
        <translation>文件夹 {folder} 中，图库的位置已被其他程序的文件占用。</translation>
    </message>
    <message>
        <source>The gateway answered with an error in place of a picture.</source>
        <translation>网关返回的是错误，而不是图片。</translation>
    </message>
    <message>
        <source>The gateway can&apos;t use this request.</source>
        <translation>网关无法处理此请求。</translation>
    </message>
    <message>
        <source>The gateway could not be reached or was busy at every try.</source>
        <translation>每次尝试时，网关都无法连接或正忙。</translation>
    </message>
    <message>
        <source>The gateway could not be reached.</source>
        <translation>无法连接网关。</translation>
    </message>
    <message>
        <source>The gateway doesn&apos;t accept this key.</source>
        <translation>网关不接受此密钥。</translation>
    </message>
    <message>
        <source>The gateway doesn&apos;t know this model.</source>
        <translation>网关上没有此模型。</translation>
    </message>
    <message>
        <source>The gateway failed ({reason}). What became of the call isn&apos;t known.</source>
        <translation>网关出错（{reason}），调用结果未知。</translation>
    </message>
    <message>
        <source>The gateway is busy (status {status}).</source>
        <translation>网关正忙（状态码 {status}）。</translation>
    </message>
    <message>
        <source>The gateway is busy.</source>
        <translation>网关正忙。</translation>
    </message>
    <message>
        <source>The gateway refused the call ({reason}).</source>
        <translation>网关拒绝了调用（{reason}）。</translation>
    </message>
    <message>
        <source>The gateway says: “{message}”.</source>
        <translation>网关说明：“{message}”。</translation>
    </message>
    <message>
        <source>The gateway sent the call on to another address. It was not followed.</source>
        <translation>网关要求转到另一个地址，未予跟随。</translation>
    </message>
    <message>
        <source>The gateway turned the call down.</source>
        <translation>网关拒绝了调用。</translation>
    </message>
    <message>
        <source>The gateway&apos;s address can&apos;t be used.</source>
        <translation>网关地址不可用。</translation>
    </message>
    <message>
        <source>The gateway&apos;s address was not found. Is the network there?</source>
        <translation>找不到网关地址。网络是否正常？</translation>
    </message>
    <message>
        <source>The gateway&apos;s identity could not be proved, so no key was sent.</source>
        <translation>无法验证网关身份，因此没有发送密钥。</translation>
    </message>
    <message>
        <source>The gateway&apos;s word filter stopped the prompt.</source>
        <translation>提示词被网关的敏感词过滤拦下。</translation>
    </message>
    <message>
        <source>The key is kept until Proofroom closes. Type it again next time.</source>
        <translation>密钥保留到 Proofroom 关闭为止，下次请重新输入。</translation>
    </message>
    <message>
        <source>The library {folder} can&apos;t be used.</source>
        <translation>图库 {folder} 无法使用。</translation>
    </message>
    <message>
        <source>The library {folder} is in use by {holder}.</source>
        <translation>图库 {folder} 正被占用（{holder}）。</translation>
    </message>
    <message>
        <source>The library {folder} was written by a newer Proofroom.</source>
        <translation>图库 {folder} 由更新版本的 Proofroom 写入。</translation>
    </message>
    <message>
        <source>The library&apos;s copy of {name} is gone or was changed.</source>
        <translation>图库中 {name} 的副本已丢失，或被改动过。</translation>
    </message>
    <message>
        <source>The model answered without a picture.</source>
        <translation>模型只回复了文字，没有图片。</translation>
    </message>
    <message>
        <source>The model doesn&apos;t take this conversation&apos;s signatures (any more).</source>
        <translation>模型不（再）接受此对话的签名。</translation>
    </message>
    <message>
        <source>The model stopped before the picture was finished.</source>
        <translation>图片完成前，模型已停止。</translation>
    </message>
    <message>
        <source>The name {name} doesn&apos;t say which format the file is to have.</source>
        <translation>从名称 {name} 看不出文件应为哪种格式。</translation>
    </message>
    <message>
        <source>The picture is saved.</source>
        <translation>图片已保存。</translation>
    </message>
    <message>
        <source>The preset needs a name.</source>
        <translation>预设需要名称。</translation>
    </message>
    <message>
        <source>The project {name} still holds pictures.</source>
        <translation>项目 {name} 中还有图片。</translation>
    </message>
    <message>
        <source>The proxy did not let the call through.</source>
        <translation>代理没有放行此调用。</translation>
    </message>
    <message>
        <source>The request is too large for the gateway.</source>
        <translation>请求过大，网关无法接收。</translation>
    </message>
    <message>
        <source>The settings can&apos;t be saved in {folder}.</source>
        <translation>无法将设置保存到 {folder}。</translation>
    </message>
    <message>
        <source>The step before this one brought no picture.</source>
        <translation>上一步没有得到图片。</translation>
    </message>
    <message>
        <source>The step before this one doesn&apos;t lie well over its picture.</source>
        <translation>上一步的结果与其原图不够吻合。</translation>
    </message>
    <message>
        <source>There are no edits here that can be made again.</source>
        <translation>没有可以重放的修改。</translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation>已有文件 {name}。</translation>
    </message>
    <message>
        <source>There is a preset {name} already.</source>
        <translation>已有预设 {name}。</translation>
    </message>
    <message>
        <source>There is a project {name} already.</source>
        <translation>已有项目 {name}。</translation>
    </message>
    <message>
        <source>There is no key for the group {group}.</source>
        <translation>分组 {group} 没有密钥。</translation>
    </message>
    <message>
        <source>There is no preset {name}.</source>
        <translation>没有预设 {name}。</translation>
    </message>
    <message>
        <source>There is no project {name}.</source>
        <translation>没有项目 {name}。</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {folder}.</source>
        <translation>{folder} 所在磁盘已满。</translation>
    </message>
    <message>
        <source>They hold until Proofroom closes. Make room, or allow writing there.</source>
        <translation>设置保留到 Proofroom 关闭为止。请腾出空间，或允许写入该文件夹。</translation>
    </message>
    <message>
        <source>This can&apos;t be exported.</source>
        <translation>无法导出。</translation>
    </message>
    <message>
        <source>This can&apos;t be sent as it is.</source>
        <translation>目前还不能发送。</translation>
    </message>
    <message>
        <source>This can&apos;t be used.</source>
        <translation>无法使用。</translation>
    </message>
    <message>
        <source>This key may not use this model or group.</source>
        <translation>此密钥无权使用该模型或分组。</translation>
    </message>
    <message>
        <source>This preset can&apos;t be used.</source>
        <translation>此预设无法使用。</translation>
    </message>
    <message>
        <source>This system has no keychain that keeps secrets.</source>
        <translation>此系统没有可用的钥匙串。</translation>
    </message>
    <message>
        <source>This text is no model page with groups and prices.</source>
        <translation>这段文本不是含分组和价格的模型页面。</translation>
    </message>
    <message>
        <source>Top it up at the gateway, or use another key.</source>
        <translation>请在网关充值，或换一个密钥。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>Type one with letters or digits, at most 80.</source>
        <translation>请输入含文字或数字的名称，最多 80 个字符。</translation>
    </message>
    <message>
        <source>Update Proofroom, or choose another folder. The library was not touched.</source>
        <translation>请更新 Proofroom，或换一个文件夹。图库未被改动。</translation>
    </message>
    <message>
        <source>Use a PNG, JPEG, WebP or HEIC picture that other programs can open.</source>
        <translation>请使用其他程序能打开的 PNG、JPEG、WebP 或 HEIC 图片。</translation>
    </message>
    <message>
        <source>Use an address that begins with https://, or one on this computer.</source>
        <translation>请使用以 https:// 开头的地址，或本机地址。</translation>
    </message>
    <message>
        <source>What became of the call isn&apos;t known.</source>
        <translation>调用结果未知。</translation>
    </message>
    <message>
        <source>What came is no picture that can be shown safely. Its bytes are kept.</source>
        <translation>收到的内容不是可以安全显示的图片，原始数据已保留。</translation>
    </message>
    <message>
        <source>Write it anew, or unlink it.</source>
        <translation>请重新写入文件，或取消链接。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be linked.</source>
        <translation>{name} 无法链接。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written in this format ({reason}).</source>
        <translation>{name} 无法以此格式写入（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has another ending than the chosen format.</source>
        <translation>{name} 的后缀与所选格式不符。</translation>
    </message>
    <message>
        <source>{name} has other content than the picture that is missing.</source>
        <translation>{name} 的内容与丢失的图片不同。</translation>
    </message>
    <message>
        <source>{name} is a {kind} picture, which the library can&apos;t keep as it is.</source>
        <translation>{name} 是 {kind} 图片，图库无法原样保存。</translation>
    </message>
    <message>
        <source>{name} is linked to other versions already.</source>
        <translation>{name} 已链接到其他版本。</translation>
    </message>
    <message>
        <source>{name} is no export preset.</source>
        <translation>{name} 不是导出预设。</translation>
    </message>
    <message>
        <source>{name} is no picture, or it is damaged.</source>
        <translation>{name} 不是图片，或已损坏。</translation>
    </message>
    <message>
        <source>{name} is too large; the limit is {limit}.</source>
        <translation>{name} 过大；上限为 {limit}。</translation>
    </message>
    <message>
        <source>{name} is too long for {format}, which takes {most} pixels a side.</source>
        <translation>{name} 过长：{format} 每边最多 {most} 像素。</translation>
    </message>
    <message>
        <source>{name} isn&apos;t there or can&apos;t be read.</source>
        <translation>{name} 不存在或无法读取。</translation>
    </message>
    <message>
        <source>{name} isn&apos;t where it was linked. Nothing was written.</source>
        <translation>{name} 已不在链接的位置。没有写入任何内容。</translation>
    </message>
    <message>
        <source>{name} isn&apos;t where it was, or was changed in another program.</source>
        <translation>{name} 已不在原处，或被其他程序改动过。</translation>
    </message>
    <message>
        <source>{name} was changed by another program. It was left as it is.</source>
        <translation>{name} 被其他程序改动过，已保持原样。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Proofroom.</source>
        <translation>{name} 由更新版本的 Proofroom 写入。</translation>
    </message>
    <message>
        <source>{name} would lie outside the chosen folder.</source>
        <translation>{name} 会位于所选文件夹之外。</translation>
    </message>
    <message>
        <source>{over}, and this may cost {wanted}.</source>
        <translation>{over}，而这次可能花费 {wanted}。</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>1 file exported.</source>
        <translation>已导出 1 个文件。</translation>
    </message>
    <message>
        <source>1 file is there already.</source>
        <translation>有 1 个文件已存在。</translation>
    </message>
    <message>
        <source>1 file would be larger than its picture.</source>
        <translation>有 1 个文件会大于其图片。</translation>
    </message>
    <message>
        <source>1 folder is there already.</source>
        <translation>有 1 个文件夹已存在。</translation>
    </message>
    <message>
        <source>1 folder, named by its density</source>
        <translation>1 个文件夹，以密度命名</translation>
    </message>
    <message>
        <source>1 more couldn&apos;t be written.</source>
        <translation>另有 1 个无法写入。</translation>
    </message>
    <message>
        <source>1 original has content credentials (C2PA): they stay with it.</source>
        <translation>有 1 张原图带有内容凭据（C2PA）：凭据只留在原图中。</translation>
    </message>
    <message>
        <source>1 picture isn&apos;t in the library any more.</source>
        <translation>有 1 张图片已不在图库中。</translation>
    </message>
    <message>
        <source>1 picture isn&apos;t on it: its file isn&apos;t where it was saved.</source>
        <translation>未收入 1 张图片：其文件已不在保存位置。</translation>
    </message>
    <message>
        <source>1 was left out: it would be larger than its picture.</source>
        <translation>已略过 1 个：它会大于其图片。</translation>
    </message>
    <message>
        <source>A favicon set</source>
        <translation>Favicon 图标组</translation>
    </message>
    <message>
        <source>A srcset</source>
        <translation>srcset 图片组</translation>
    </message>
    <message>
        <source>A store listing</source>
        <translation>应用商店截图</translation>
    </message>
    <message>
        <source>A {brace} stands alone. A placeholder looks like {example}.</source>
        <translation>有单独的 {brace}。占位符应形如 {example}。</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>全部颜色</translation>
    </message>
    <message>
        <source>An Android project</source>
        <translation>Android 工程</translation>
    </message>
    <message>
        <source>An asset catalog</source>
        <translation>资源目录</translation>
    </message>
    <message>
        <source>Asset catalog: 1 folder with Contents.json</source>
        <translation>资源目录：1 个文件夹，含 Contents.json</translation>
    </message>
    <message>
        <source>Asset catalog: {count} folders with Contents.json</source>
        <translation>资源目录：{count} 个文件夹，含 Contents.json</translation>
    </message>
    <message>
        <source>At most: into a frame, never enlarged</source>
        <translation>不超过：缩放到框内，从不放大</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择文件夹。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Convert to sRGB</source>
        <translation>转换为 sRGB</translation>
    </message>
    <message>
        <source>Crop: exactly this part</source>
        <translation>裁剪：只取这一部分</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export 1 file</source>
        <translation>导出 1 个文件</translation>
    </message>
    <message>
        <source>Export 1 image</source>
        <translation>导出 1 张图片</translation>
    </message>
    <message>
        <source>Export {count} files</source>
        <translation>导出 {count} 个文件</translation>
    </message>
    <message>
        <source>Export {count} images</source>
        <translation>导出 {count} 张图片</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Files that are there already</source>
        <translation>已存在的文件</translation>
    </message>
    <message>
        <source>Fill: a frame filled around a point</source>
        <translation>填满：围绕一点填满框</translation>
    </message>
    <message>
        <source>Fit: as large as goes into a frame</source>
        <translation>适应：在框内尽可能大</translation>
    </message>
    <message>
        <source>Has 8 bits a channel, the picture 16.</source>
        <translation>每通道 8 位，而图片为 16 位。</translation>
    </message>
    <message>
        <source>Height: this high, as wide as it gets</source>
        <translation>高度：以此为高，宽度随之而定</translation>
    </message>
    <message>
        <source>Holds the first frame only.</source>
        <translation>只含第一帧。</translation>
    </message>
    <message>
        <source>Icons have no place for it.</source>
        <translation>图标文件无法包含这些内容。</translation>
    </message>
    <message>
        <source>In 1 folder</source>
        <translation>放入 1 个文件夹</translation>
    </message>
    <message>
        <source>In {count} folders</source>
        <translation>放入 {count} 个文件夹</translation>
    </message>
    <message>
        <source>Is larger than the picture, so it looks soft.</source>
        <translation>大于图片，因此不够清晰。</translation>
    </message>
    <message>
        <source>Is white where the picture can be seen through.</source>
        <translation>图片透明处为白色。</translation>
    </message>
    <message>
        <source>Its content credentials stay with the original: they hold for its bytes only.</source>
        <translation>内容凭据只留在原图中：它们只对原图数据有效。</translation>
    </message>
    <message>
        <source>Keep profile</source>
        <translation>保留配置文件</translation>
    </message>
    <message>
        <source>Left out: cancelled.</source>
        <translation>已略过：已取消。</translation>
    </message>
    <message>
        <source>Left out: it would be larger than the picture.</source>
        <translation>已略过：会大于图片。</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>正在查看图片…</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <source>Nothing can be written in this folder.</source>
        <translation>此文件夹无法写入。</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>没有导出任何文件。</translation>
    </message>
    <message>
        <source>Number the new ones</source>
        <translation>为新文件编号</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Ratio: the largest part of this shape</source>
        <translation>比例：按此比例取最大部分</translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation>已重命名。</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Scale: a part of the picture&apos;s own size</source>
        <translation>缩放：按图片自身尺寸的倍数</translation>
    </message>
    <message>
        <source>Shared as {name}.</source>
        <translation>已共享为 {name}。</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Stopped: nothing was saved.</source>
        <translation>已停止：没有保存任何内容。</translation>
    </message>
    <message>
        <source>Stopped: the pages that are whole were saved.</source>
        <translation>已停止：完整的页面已保存。</translation>
    </message>
    <message>
        <source>Stopped: {count} of {total} files exported, and all of these are whole.</source>
        <translation>已停止：已导出 {count} / {total} 个文件，且均完整。</translation>
    </message>
    <message>
        <source>Stopping after the files that are being written…</source>
        <translation>写完当前文件后停止…</translation>
    </message>
    <message>
        <source>Taken as “{name}”.</source>
        <translation>已导入为“{name}”。</translation>
    </message>
    <message>
        <source>The content credentials of 1 picture stay with its original.</source>
        <translation>有 1 张图片的内容凭据只留在原图中。</translation>
    </message>
    <message>
        <source>The content credentials of {count} pictures stay with their originals.</source>
        <translation>有 {count} 张图片的内容凭据只留在原图中。</translation>
    </message>
    <message>
        <source>The export goes on</source>
        <translation>导出仍在继续</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>名称为空。</translation>
    </message>
    <message>
        <source>The name is too long: at most {most} letters.</source>
        <translation>名称过长：最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>The name would lead out of the chosen folder.</source>
        <translation>名称会指向所选文件夹之外。</translation>
    </message>
    <message>
        <source>The original stays as it came.</source>
        <translation>原图保持原样。</translation>
    </message>
    <message>
        <source>These pictures aren&apos;t in the library any more.</source>
        <translation>这些图片已不在图库中。</translation>
    </message>
    <message>
        <source>This can&apos;t be the name of a folder.</source>
        <translation>这不能用作文件夹名称。</translation>
    </message>
    <message>
        <source>This ending can&apos;t stand in a file&apos;s name.</source>
        <translation>此后缀不能用于文件名。</translation>
    </message>
    <message>
        <source>This folder can&apos;t be made ({reason}).</source>
        <translation>无法创建此文件夹（{reason}）。</translation>
    </message>
    <message>
        <source>This folder isn&apos;t there.</source>
        <translation>此文件夹不存在。</translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation>这是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>This preset</source>
        <translation>此预设</translation>
    </message>
    <message>
        <source>Too many folders: at most {most}, one in another.</source>
        <translation>文件夹层数过多：最多 {most} 层。</translation>
    </message>
    <message>
        <source>Type numbers above 0, at most {most}.</source>
        <translation>请输入大于 0 且不超过 {most} 的数字。</translation>
    </message>
    <message>
        <source>Type whole numbers from 1 to {most}.</source>
        <translation>请输入 1 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>Width: this wide, as high as it gets</source>
        <translation>宽度：以此为宽，高度随之而定</translation>
    </message>
    <message>
        <source>With favicon.ico, web manifest and HTML in each folder</source>
        <translation>每个文件夹中含 favicon.ico、Web 清单和 HTML</translation>
    </message>
    <message>
        <source>With the HTML for its srcset beside each picture</source>
        <translation>每张图片附带其 srcset 的 HTML</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>also {formats}</source>
        <translation>同时存为 {formats}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>不超过</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>day it was made</source>
        <translation>生成日期</translation>
    </message>
    <message>
        <source>fill</source>
        <translation>填满</translation>
    </message>
    <message>
        <source>first words of the prompt</source>
        <translation>提示词开头</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>偏大</translation>
    </message>
    <message>
        <source>larger than the picture</source>
        <translation>大于图片</translation>
    </message>
    <message>
        <source>number in this export</source>
        <translation>本次导出中的序号</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>size, such as @2x</source>
        <translation>尺寸，如 @2x</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>weighing…</source>
        <translation>正在估算…</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>{count} colours</source>
        <translation>{count} 色</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>{count} files are there already.</source>
        <translation>有 {count} 个文件已存在。</translation>
    </message>
    <message>
        <source>{count} files exported.</source>
        <translation>已导出 {count} 个文件。</translation>
    </message>
    <message>
        <source>{count} files would be larger than their pictures.</source>
        <translation>有 {count} 个文件会大于其图片。</translation>
    </message>
    <message>
        <source>{count} folders are there already.</source>
        <translation>有 {count} 个文件夹已存在。</translation>
    </message>
    <message>
        <source>{count} folders, one for each density</source>
        <translation>{count} 个文件夹，每种密度一个</translation>
    </message>
    <message>
        <source>{count} more couldn&apos;t be written.</source>
        <translation>另有 {count} 个无法写入。</translation>
    </message>
    <message>
        <source>{count} of {total} files exported.</source>
        <translation>已导出 {count} / {total} 个文件。</translation>
    </message>
    <message>
        <source>{count} originals have content credentials (C2PA): they stay with them.</source>
        <translation>有 {count} 张原图带有内容凭据（C2PA）：凭据只留在原图中。</translation>
    </message>
    <message>
        <source>{count} pages saved.</source>
        <translation>已保存 {count} 页。</translation>
    </message>
    <message>
        <source>{count} pictures aren&apos;t in the library any more.</source>
        <translation>有 {count} 张图片已不在图库中。</translation>
    </message>
    <message>
        <source>{count} pictures aren&apos;t on it: their files aren&apos;t where they were saved.</source>
        <translation>未收入 {count} 张图片：其文件已不在保存位置。</translation>
    </message>
    <message>
        <source>{count} were left out: they would be larger than their pictures.</source>
        <translation>已略过 {count} 个：它们会大于其图片。</translation>
    </message>
    <message>
        <source>{done} of {total} files exported</source>
        <translation>已导出 {done} / {total} 个文件</translation>
    </message>
    <message>
        <source>{done} of {total} pictures drawn</source>
        <translation>已绘制 {done} / {total} 张图片</translation>
    </message>
    <message>
        <source>{layout} can&apos;t hold {format}.</source>
        <translation>{layout}不支持 {format}。</translation>
    </message>
    <message>
        <source>{name} and {count} more: {reason}</source>
        <translation>{name} 和另外 {count} 个：{reason}</translation>
    </message>
    <message>
        <source>{name} saved.</source>
        <translation>已保存 {name}。</translation>
    </message>
    <message>
        <source>{name} · changed</source>
        <translation>{name} · 有改动</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}：{reason}</translation>
    </message>
    <message>
        <source>{part} isn&apos;t known. There are: {known}.</source>
        <translation>无法识别 {part}。可用：{known}。</translation>
    </message>
    <message>
        <source>{size} each</source>
        <translation>每个{size}</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>“{name}”已恢复。</translation>
    </message>
    <message>
        <source>“{name}” removed.</source>
        <translation>已移除“{name}”。</translation>
    </message>
</context>
<context>
    <name>fallback</name>
    <message>
        <source>Type an amount such as 0.50, or none.</source>
        <translation>请输入金额（如 0.50），或留空。</translation>
    </message>
    <message>
        <source>its key or the model is not accepted there</source>
        <translation>分组不接受其密钥或此模型</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>no longer in the catalog</source>
        <translation>已不在价目表中</translation>
    </message>
    <message>
        <source>the balance or the quota of its key is used up</source>
        <translation>其密钥的余额或额度已用完</translation>
    </message>
    <message>
        <source>the gateway can&apos;t be reached</source>
        <translation>无法连接网关</translation>
    </message>
    <message>
        <source>the group is busy, rests, or what stands behind it failed</source>
        <translation>分组正忙、暂停，或其上游出错</translation>
    </message>
    <message>
        <source>{price} at 1K</source>
        <translation>1K {price}</translation>
    </message>
</context>
<context>
    <name>frame</name>
    <message>
        <source>Browsers</source>
        <translation>浏览器</translation>
    </message>
    <message>
        <source>Crop to {size}</source>
        <translation>裁剪为 {size}</translation>
    </message>
    <message>
        <source>Dark frame</source>
        <translation>深色外框</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Device frame</source>
        <translation>设备外框</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填满</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>外框</translation>
    </message>
    <message>
        <source>How the picture lies on the screen</source>
        <translation>图片在屏幕上的显示方式</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>笔记本电脑</translation>
    </message>
    <message>
        <source>Light frame</source>
        <translation>浅色外框</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Picture on the screen of {device}</source>
        <translation>{device} 屏幕上的图片</translation>
    </message>
    <message>
        <source>Real size at @{scale}x</source>
        <translation>实际大小 @{scale}x</translation>
    </message>
    <message>
        <source>Safe area</source>
        <translation>安全区域</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>平板电脑</translation>
    </message>
    <message>
        <source>Turn the device</source>
        <translation>旋转设备</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>完整显示</translation>
    </message>
    <message>
        <source>filling the screen</source>
        <translation>填满屏幕</translation>
    </message>
    <message>
        <source>lying</source>
        <translation>横放</translation>
    </message>
    <message>
        <source>{device} · the picture at {percent} % of its pixels</source>
        <translation>{device} · 图片按其像素的 {percent}% 显示</translation>
    </message>
    <message>
        <source>{device} · the picture has too few pixels: enlarged to {percent} %</source>
        <translation>{device} · 图片像素不足，放大到 {percent}%</translation>
    </message>
    <message>
        <source>{scale} of the device’s pixels for each point of this screen</source>
        <translation>本机屏幕的每个点对应 {scale} 个设备像素</translation>
    </message>
    <message>
        <source>{size} px @{scale}x</source>
        <translation>{size} 像素 @{scale}x</translation>
    </message>
</context>
<context>
    <name>gallery</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{count} pictures: {name}</source>
        <translation>{count} 张图片：{name}</translation>
    </message>
</context>
<context>
    <name>groups</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>All groups (%)</source>
        <translation>全部分组（%）</translation>
    </message>
    <message>
        <source>At least (%)</source>
        <translation>下限（%）</translation>
    </message>
    <message>
        <source>At most (%)</source>
        <translation>上限（%）</translation>
    </message>
    <message>
        <source>Beaten by {group}</source>
        <translation>不如 {group}</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>网关忙</translation>
    </message>
    <message>
        <source>Busy to the last</source>
        <translation>网关一直忙</translation>
    </message>
    <message>
        <source>Calls that tell of the group</source>
        <translation>能反映分组表现的调用</translation>
    </message>
    <message>
        <source>Cancelled after sending</source>
        <translation>发送后取消</translation>
    </message>
    <message>
        <source>Cancelled before sending</source>
        <translation>发送前取消</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>最便宜</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>每张</translation>
    </message>
    <message>
        <source>Error in the reply</source>
        <translation>应答报错</translation>
    </message>
    <message>
        <source>Error rate by kind</source>
        <translation>各类错误率</translation>
    </message>
    <message>
        <source>Every group that could be chosen rests after several failures. Wait, or choose one by hand.</source>
        <translation>可选的分组都因多次失败而暂停。请等待，或手动选择一个。</translation>
    </message>
    <message>
        <source>Every group with a key costs more than {ceiling} at {size}. Choose a smaller size, or raise the most a picture may cost.</source>
        <translation>有密钥的分组在 {size} 下价格都超过 {ceiling}。请选择更小的尺寸，或提高每张图片最高价格。</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>重试后放弃</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Half of the pictures took at most this</source>
        <translation>半数图片用时不超过此值</translation>
    </message>
    <message>
        <source>Has rested: the next call tries it</source>
        <translation>暂停已结束：下次调用会再试</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Its runs</source>
        <translation>其运行次数</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>延迟（秒）</translation>
    </message>
    <message>
        <source>Latency with repeats</source>
        <translation>延迟（含重试）</translation>
    </message>
    <message>
        <source>Least money per saved picture</source>
        <translation>每张已保存图片花费最少</translation>
    </message>
    <message>
        <source>Left in flight</source>
        <translation>收到应答前退出</translation>
    </message>
    <message>
        <source>Money for each saved picture, with what may have been charged</source>
        <translation>每张已保存图片的花费，含可能已扣费的金额</translation>
    </message>
    <message>
        <source>Money that may have been charged</source>
        <translation>可能已扣费的金额</translation>
    </message>
    <message>
        <source>Nine in ten took at most this</source>
        <translation>九成图片用时不超过此值</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>No group can be chosen: none has a key, or none of those fits.</source>
        <translation>没有可选的分组：都没有密钥，或有密钥的都不合适。</translation>
    </message>
    <message>
        <source>No group has a key, and a goal chooses among those that have one.</source>
        <translation>没有分组有密钥，而按目标只从有密钥的分组中选择。</translation>
    </message>
    <message>
        <source>No group with a key has a price at {size}. Choose another size.</source>
        <translation>有密钥的分组都没有 {size} 价格。请选择其他尺寸。</translation>
    </message>
    <message>
        <source>No key · beaten by {group}</source>
        <translation>无密钥 · 不如 {group}</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>No run failed in this time.</source>
        <translation>这段时间内没有失败的运行。</translation>
    </message>
    <message>
        <source>No runs in this time. What you generate is counted here.</source>
        <translation>这段时间内没有运行。你生成的图片会计入这里。</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>Nothing is known of both price and latency of a group. Update from the model page, or generate a picture.</source>
        <translation>没有同时已知价格和延迟的分组。请从模型页面更新，或生成一张图片。</translation>
    </message>
    <message>
        <source>Nothing was spent this month.</source>
        <translation>本月没有花费。</translation>
    </message>
    <message>
        <source>Of which unknown (¥)</source>
        <translation>其中未知（¥）</translation>
    </message>
    <message>
        <source>Output tokens a second</source>
        <translation>每秒输出的 tokens</translation>
    </message>
    <message>
        <source>Per picture</source>
        <translation>每张图片</translation>
    </message>
    <message>
        <source>Per success</source>
        <translation>每次成功</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures that weren&apos;t of the size asked for</source>
        <translation>实得尺寸与要求不同的图片</translation>
    </message>
    <message>
        <source>Price against latency, {size}</source>
        <translation>价格与延迟，{size}</translation>
    </message>
    <message>
        <source>Price at {size} (¥)</source>
        <translation>{size} 价格（¥）</translation>
    </message>
    <message>
        <source>Price of one picture at {size}</source>
        <translation>{size} 每张图片的价格</translation>
    </message>
    <message>
        <source>Published (s)</source>
        <translation>公布值（秒）</translation>
    </message>
    <message>
        <source>Published (tokens/s)</source>
        <translation>公布值（tokens/s）</translation>
    </message>
    <message>
        <source>Published output tokens a second</source>
        <translation>公布的每秒输出 tokens</translation>
    </message>
    <message>
        <source>Published seconds of a call</source>
        <translation>公布的单次调用秒数</translation>
    </message>
    <message>
        <source>Published share of calls that work</source>
        <translation>公布的调用成功比例</translation>
    </message>
    <message>
        <source>Published uptime (%)</source>
        <translation>公布可用率（%）</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>含重试</translation>
    </message>
    <message>
        <source>Reply lost</source>
        <translation>应答丢失</translation>
    </message>
    <message>
        <source>Rests until {time}</source>
        <translation>暂停到 {time}</translation>
    </message>
    <message>
        <source>Rests until {time}, after several failures</source>
        <translation>多次失败，暂停到 {time}</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行次数</translation>
    </message>
    <message>
        <source>Runs that brought a picture; in brackets where the true share lies</source>
        <translation>得到图片的运行比例；括号内为真实比例所在区间</translation>
    </message>
    <message>
        <source>Spend this month</source>
        <translation>本月花费</translation>
    </message>
    <message>
        <source>Spent (¥)</source>
        <translation>花费（¥）</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Success (%)</source>
        <translation>成功率（%）</translation>
    </message>
    <message>
        <source>Success over time</source>
        <translation>成功率变化</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Surest</source>
        <translation>最可靠</translation>
    </message>
    <message>
        <source>The cheapest with a key that nearly always works: {facts}</source>
        <translation>有密钥且几乎总能成功的分组中最便宜：{facts}</translation>
    </message>
    <message>
        <source>Throughput, tokens per second</source>
        <translation>吞吐量（tokens/s）</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Tokens/s</translation>
    </message>
    <message>
        <source>Turned down</source>
        <translation>未受理</translation>
    </message>
    <message>
        <source>Unusable answer</source>
        <translation>应答不可用</translation>
    </message>
    <message>
        <source>Unusable picture</source>
        <translation>图片不可用</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>可用率</translation>
    </message>
    <message>
        <source>What a saved picture comes to, with the calls that fail</source>
        <translation>每张已保存图片的费用，计入失败的调用</translation>
    </message>
    <message>
        <source>What the figures beside it are of</source>
        <translation>旁边数据所依据的图片数</translation>
    </message>
    <message>
        <source>With repeats</source>
        <translation>含重试</translation>
    </message>
    <message>
        <source>Wrong size</source>
        <translation>尺寸不符</translation>
    </message>
    <message>
        <source>Your own runs, the time of half of them, and the share with a picture</source>
        <translation>你的运行次数、半数运行的用时，以及得到图片的比例</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>你的数据</translation>
    </message>
    <message>
        <source>Yours (tokens/s)</source>
        <translation>你的（tokens/s）</translation>
    </message>
    <message>
        <source>Yours: runs · p50 · ok</source>
        <translation>你的：次数 · p50 · 成功率</translation>
    </message>
    <message>
        <source>about {money} for each saved picture</source>
        <translation>每张已保存图片约 {money}</translation>
    </message>
    <message>
        <source>all groups</source>
        <translation>全部分组</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>latency, s</source>
        <translation>延迟（秒）</translation>
    </message>
    <message>
        <source>least stable: {group}</source>
        <translation>最不稳定：{group}</translation>
    </message>
    <message>
        <source>nothing known of its success</source>
        <translation>成功率未知</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>of which {amount} unknown</source>
        <translation>其中 {amount} 未知</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p50 (s)</source>
        <translation>p50（秒）</translation>
    </message>
    <message>
        <source>p50 from the first sending, with what was repeated and waited for</source>
        <translation>从首次发送算起的 p50，含重试和等待</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>p90 (s)</source>
        <translation>p90（秒）</translation>
    </message>
    <message>
        <source>published</source>
        <translation>公布值</translation>
    </message>
    <message>
        <source>published uptime</source>
        <translation>公布可用率</translation>
    </message>
    <message>
        <source>unknown: it may have been charged</source>
        <translation>未知：可能已扣费</translation>
    </message>
    <message>
        <source>usually {seconds} s</source>
        <translation>通常 {seconds} 秒</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>你的</translation>
    </message>
    <message>
        <source>yours, with its interval</source>
        <translation>你的，含区间</translation>
    </message>
    <message>
        <source>{:,.2f} s</source>
        <translation>{:,.2f} 秒</translation>
    </message>
    <message>
        <source>{day}: {amount}</source>
        <translation>{day}：{amount}</translation>
    </message>
    <message>
        <source>{figure} published</source>
        <translation>公布 {figure}</translation>
    </message>
    <message>
        <source>{goal} · {group}</source>
        <translation>{goal} · {group}</translation>
    </message>
    <message>
        <source>{goal}: {facts}</source>
        <translation>{goal}：{facts}</translation>
    </message>
    <message>
        <source>{group} costs no more, and is at least as fast and as sure</source>
        <translation>{group} 价格不更高，且至少同样快、同样可靠</translation>
    </message>
    <message>
        <source>{group} · {uptime} up</source>
        <translation>{group} · 可用率 {uptime}</translation>
    </message>
    <message>
        <source>{group}: {price}, {time}, {share} succeed</source>
        <translation>{group}：{price}，{time}，成功率 {share}</translation>
    </message>
    <message>
        <source>{hits} of {count} yours succeeded</source>
        <translation>你的 {count} 次中成功 {hits} 次</translation>
    </message>
    <message>
        <source>{model} · as it came with Proofroom</source>
        <translation>{model} · Proofroom 自带</translation>
    </message>
    <message>
        <source>{model} · read from the gateway on {day}</source>
        <translation>{model} · {day} 读取自网关</translation>
    </message>
    <message>
        <source>{model} · read from the model page on {day}</source>
        <translation>{model} · {day} 读取自模型页面</translation>
    </message>
    <message>
        <source>{model} · the demo, which costs nothing</source>
        <translation>{model} · 演示，不产生费用</translation>
    </message>
    <message>
        <source>{p50} · {p90}</source>
        <translation>{p50} · {p90}</translation>
    </message>
    <message>
        <source>{percent} % up as published</source>
        <translation>公布可用率 {percent}%</translation>
    </message>
    <message>
        <source>{prices}, latency and uptime on {day}</source>
        <translation>{prices}，延迟和可用率取自 {day}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s published</source>
        <translation>公布延迟 {seconds} 秒</translation>
    </message>
    <message>
        <source>{share} of {count}</source>
        <translation>{count} 次中 {share}</translation>
    </message>
    <message>
        <source>{size} per success</source>
        <translation>{size} 每次成功</translation>
    </message>
    <message>
        <source>{spent} of {budget}</source>
        <translation>{spent} / {budget}</translation>
    </message>
</context>
<context>
    <name>guides</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drag a guide out of the ruler; drag its mark away to remove it</source>
        <translation>从标尺中拖出参考线；将其标记拖开即可移除</translation>
    </message>
    <message>
        <source>Guides and grid</source>
        <translation>参考线和网格</translation>
    </message>
    <message>
        <source>Horizontal guides, from the top</source>
        <translation>水平参考线（距顶部）</translation>
    </message>
    <message>
        <source>Places in pixels of this picture, with commas. A crop keeps to them.</source>
        <translation>以此图片的像素填写位置，用逗号分隔。裁剪会与参考线对齐。</translation>
    </message>
    <message>
        <source>Ruler across</source>
        <translation>水平标尺</translation>
    </message>
    <message>
        <source>Ruler down</source>
        <translation>垂直标尺</translation>
    </message>
    <message>
        <source>Scale of the picture</source>
        <translation>图片倍数</translation>
    </message>
    <message>
        <source>Show rulers and guides</source>
        <translation>显示标尺和参考线</translation>
    </message>
    <message>
        <source>Show the 8-point grid</source>
        <translation>显示 8 点网格</translation>
    </message>
    <message>
        <source>Vertical guides, from the left</source>
        <translation>垂直参考线（距左侧）</translation>
    </message>
    <message>
        <source>{count} px</source>
        <translation>{count} 像素</translation>
    </message>
</context>
<context>
    <name>hand off</name>
    <message>
        <source>Client page of 1 picture</source>
        <translation>1 张图片的客户页面</translation>
    </message>
    <message>
        <source>Client page of {count} pictures</source>
        <translation>{count} 张图片的客户页面</translation>
    </message>
    <message>
        <source>Contact sheet of 1 picture</source>
        <translation>1 张图片的联系表</translation>
    </message>
    <message>
        <source>Contact sheet of {count} pictures</source>
        <translation>{count} 张图片的联系表</translation>
    </message>
</context>
<context>
    <name>headers</name>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Nearest first</source>
        <translation>从最相近开始</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>{count} megapixels</source>
        <translation>{count} 百万像素</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>1 is in the library already.</source>
        <translation>有 1 张已在图库中。</translation>
    </message>
    <message>
        <source>1 more couldn&apos;t be imported.</source>
        <translation>另有 1 张无法导入。</translation>
    </message>
    <message>
        <source>1 picture imported.</source>
        <translation>已导入 1 张图片。</translation>
    </message>
    <message>
        <source>1 was brought back from the trash.</source>
        <translation>有 1 张已从回收站恢复。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a folder of pictures</source>
        <translation>导入图片文件夹</translation>
    </message>
    <message>
        <source>Import picture</source>
        <translation>导入图片</translation>
    </message>
    <message>
        <source>Import pictures</source>
        <translation>导入图片</translation>
    </message>
    <message>
        <source>Import {count} pictures</source>
        <translation>导入 {count} 张图片</translation>
    </message>
    <message>
        <source>Importing {number} of {total}: {name}</source>
        <translation>正在导入 {number} / {total}：{name}</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>已中途停止。</translation>
    </message>
    <message>
        <source>There are no pictures in there.</source>
        <translation>里面没有图片。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{count} are in the library already.</source>
        <translation>有 {count} 张已在图库中。</translation>
    </message>
    <message>
        <source>{count} more couldn&apos;t be imported.</source>
        <translation>另有 {count} 张无法导入。</translation>
    </message>
    <message>
        <source>{count} pictures imported.</source>
        <translation>已导入 {count} 张图片。</translation>
    </message>
    <message>
        <source>{count} were brought back from the trash.</source>
        <translation>有 {count} 张已从回收站恢复。</translation>
    </message>
</context>
<context>
    <name>judging</name>
    <message>
        <source>1 star</source>
        <translation>1 星</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Done again: {deed}.</source>
        <translation>已重做：{deed}。</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>旗标</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>Move to project</source>
        <translation>移到项目</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>No flag</source>
        <translation>无旗标</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>无色标</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>无评分</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>留用</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Restore from trash</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone: {deed}.</source>
        <translation>已撤销：{deed}。</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>{count} stars</source>
        <translation>{count} 星</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>An assumption: prices then read “if this key bills at …”, and the ledger marks them as assumed.</source>
        <translation>这只是假定：价格会注明“假定此密钥按 … 计费”，账本也会标为假定。</translation>
    </message>
    <message>
        <source>Demo, no key needed</source>
        <translation>演示，无需密钥</translation>
    </message>
    <message>
        <source>Key for this session</source>
        <translation>密钥仅本次运行有效</translation>
    </message>
    <message>
        <source>Key from the environment</source>
        <translation>密钥来自环境变量</translation>
    </message>
    <message>
        <source>Key in keychain</source>
        <translation>密钥在钥匙串中</translation>
    </message>
    <message>
        <source>Looking for the key…</source>
        <translation>正在查找密钥…</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>The gateway took the key and lists this model. It doesn&apos;t prove which group the key bills at, nor that there is balance.</source>
        <translation>网关接受了密钥，并列出了此模型。这并不能证明密钥按哪个分组计费，也不能证明还有余额。</translation>
    </message>
    <message>
        <source>The gateway took the key, but doesn&apos;t list {route}. The model may have another route name by now: see Settings.</source>
        <translation>网关接受了密钥，但没有列出 {route}。模型的路由名可能已变更：请查看设置。</translation>
    </message>
    <message>
        <source>The key decides at which group&apos;s price a call is billed.</source>
        <translation>调用按哪个分组的价格计费，由密钥决定。</translation>
    </message>
    <message>
        <source>The key is in the system keychain.</source>
        <translation>密钥已存入系统钥匙串。</translation>
    </message>
    <message>
        <source>The key is kept for this session only.</source>
        <translation>密钥仅在本次运行期间保留。</translation>
    </message>
    <message>
        <source>The test itself is free.</source>
        <translation>测试本身不收费。</translation>
    </message>
    <message>
        <source>This system has no keychain that keeps secrets, so the key is kept for this session only.</source>
        <translation>此系统没有可用的钥匙串，密钥仅在本次运行期间保留。</translation>
    </message>
    <message>
        <source>Type the key first.</source>
        <translation>请先输入密钥。</translation>
    </message>
    <message>
        <source>Use for every group</source>
        <translation>用于所有分组</translation>
    </message>
    <message>
        <source>{key}, used for every group</source>
        <translation>{key}，用于所有分组</translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>1 job is under way, {price}.</source>
        <translation>有 1 个任务正在进行，{price}。</translation>
    </message>
    <message>
        <source>1 more waits and asks before it is sent next time.</source>
        <translation>另有 1 个任务在等待，下次启动会先询问再发送。</translation>
    </message>
    <message>
        <source>All jobs are done</source>
        <translation>所有任务已完成</translation>
    </message>
    <message>
        <source>An export is under way</source>
        <translation>导出正在进行</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Files are being exported: leaving stops that. What is there is whole.</source>
        <translation>正在导出文件：退出会停止导出。已导出的文件都是完整的。</translation>
    </message>
    <message>
        <source>If you leave now, its outcome is unknown and it may be charged.</source>
        <translation>如果现在退出，任务的结果未知，且可能扣费。</translation>
    </message>
    <message>
        <source>If you leave now, their outcome is unknown and they may be charged.</source>
        <translation>如果现在退出，这些任务的结果未知，且可能扣费。</translation>
    </message>
    <message>
        <source>Jobs are under way</source>
        <translation>任务正在进行</translation>
    </message>
    <message>
        <source>{count} jobs are under way, {price}.</source>
        <translation>有 {count} 个任务正在进行，{price}。</translation>
    </message>
    <message>
        <source>{count} more wait and ask before they are sent next time.</source>
        <translation>另有 {count} 个任务在等待，下次启动会先询问再发送。</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} 个进行中</translation>
    </message>
    <message>
        <source>{running} running · {waiting} waiting</source>
        <translation>{running} 个进行中 · {waiting} 个等待中</translation>
    </message>
</context>
<context>
    <name>ledger</name>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>扣费</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>From one day to another</source>
        <translation>自选日期</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Refund claim for 1 call copied: {amount}.</source>
        <translation>已复制 1 次调用的退款申请：{amount}。</translation>
    </message>
    <message>
        <source>Refund claim for {count} calls copied: {amount}.</source>
        <translation>已复制 {count} 次调用的退款申请：{amount}。</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Request id copied.</source>
        <translation>已复制请求 ID。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>assumed {price}</source>
        <translation>假定 {price}</translation>
    </message>
    <message>
        <source>no request id</source>
        <translation>无请求 ID</translation>
    </message>
    <message>
        <source>{count} attempts saved as {name}.</source>
        <translation>已将 {count} 次尝试保存为 {name}。</translation>
    </message>
    <message>
        <source>{day} {month}, {time}</source>
        <translation>{month}{day}日 {time}</translation>
    </message>
    <message>
        <source>{paid}, got {got}</source>
        <translation>{paid}，实得 {got}</translation>
    </message>
</context>
<context>
    <name>links</name>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Link to a file</source>
        <translation>链接到文件</translation>
    </message>
    <message>
        <source>Linked to {path}</source>
        <translation>已链接到 {path}</translation>
    </message>
    <message>
        <source>Linked to {path} · {version}</source>
        <translation>已链接到 {path} · {version}</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>取消链接</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>使用此版本</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>重新写入</translation>
    </message>
    <message>
        <source>{name} follows which version is picked.</source>
        <translation>{name} 会随留用的版本更新。</translation>
    </message>
    <message>
        <source>{name} holds {version} now.</source>
        <translation>{name} 现在是 {version}。</translation>
    </message>
    <message>
        <source>{name} isn&apos;t linked any more. The file stays as it is.</source>
        <translation>{name} 已取消链接。文件保持原样。</translation>
    </message>
</context>
<context>
    <name>markup</name>
    <message>
        <source>1 mark</source>
        <translation>1 处标注</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Click where the words should stand</source>
        <translation>点击要放文字的位置</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Drag a box around what should change</source>
        <translation>拖出方框，框住要修改的地方</translation>
    </message>
    <message>
        <source>Drag an arrow to what should change</source>
        <translation>拖出箭头，指向要修改的地方</translation>
    </message>
    <message>
        <source>Draw around what should change</source>
        <translation>圈出要修改的地方</translation>
    </message>
    <message>
        <source>Freehand</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>In use: say in the prompt what the marks mean</source>
        <translation>使用中：请在提示词中说明标注的含义</translation>
    </message>
    <message>
        <source>Marked picture</source>
        <translation>带标注的图片</translation>
    </message>
    <message>
        <source>Nothing is marked yet</source>
        <translation>还没有标注</translation>
    </message>
    <message>
        <source>Painting the marks on…</source>
        <translation>正在绘制标注…</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text “{words}”</source>
        <translation>文字“{words}”</translation>
    </message>
    <message>
        <source>The composer has the marks as they were before</source>
        <translation>创作面板中仍是改动前的标注</translation>
    </message>
    <message>
        <source>The picture can’t be read: marks can’t be painted on it</source>
        <translation>图片无法读取：不能绘制标注</translation>
    </message>
    <message>
        <source>The picture is still being read.</source>
        <translation>仍在读取图片。</translation>
    </message>
    <message>
        <source>Use as instruction</source>
        <translation>用作指令</translation>
    </message>
    <message>
        <source>Use these marks</source>
        <translation>使用这些标注</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>{count} marks</source>
        <translation>{count} 处标注</translation>
    </message>
</context>
<context>
    <name>missing</name>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>文件被改动</translation>
    </message>
    <message>
        <source>File cut short</source>
        <translation>文件不完整</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>文件丢失</translation>
    </message>
    <message>
        <source>Found it in {folder}.</source>
        <translation>已在 {folder} 中找到。</translation>
    </message>
    <message>
        <source>Import it instead</source>
        <translation>改为导入</translation>
    </message>
    <message>
        <source>In which folder are the pictures?</source>
        <translation>图片在哪个文件夹中？</translation>
    </message>
    <message>
        <source>It isn&apos;t in the library&apos;s folder any more.</source>
        <translation>它已不在图库文件夹中。</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Looking for the picture in {folder}…</source>
        <translation>正在 {folder} 中查找图片…</translation>
    </message>
    <message>
        <source>No file in {folder} has the content of this picture.</source>
        <translation>{folder} 中没有与此图片内容相同的文件。</translation>
    </message>
    <message>
        <source>Search a folder…</source>
        <translation>搜索文件夹…</translation>
    </message>
    <message>
        <source>The file of this picture isn&apos;t where it was saved.</source>
        <translation>此图片的文件已不在保存位置。</translation>
    </message>
    <message>
        <source>The file of this picture was changed in another program. It isn&apos;t used.</source>
        <translation>此图片的文件被其他程序改动过，不再使用。</translation>
    </message>
    <message>
        <source>The file of this picture was cut short. It can&apos;t be used.</source>
        <translation>此图片的文件不完整，无法使用。</translation>
    </message>
    <message>
        <source>The picture is back.</source>
        <translation>图片已找回。</translation>
    </message>
    <message>
        <source>Waiting for the library&apos;s disk…</source>
        <translation>正在等待图库所在磁盘…</translation>
    </message>
    <message>
        <source>Where is the picture?</source>
        <translation>图片在哪里？</translation>
    </message>
    <message>
        <source>the library</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>{count} aren&apos;t in the library&apos;s folder any more.</source>
        <translation>有 {count} 张已不在图库文件夹中。</translation>
    </message>
    <message>
        <source>{count} pictures are back.</source>
        <translation>已找回 {count} 张图片。</translation>
    </message>
    <message>
        <source>{count} pictures aren&apos;t where they were saved, or were changed.</source>
        <translation>{count} 张图片已不在保存位置，或被改动过。</translation>
    </message>
    <message>
        <source>{name} is another picture: a version stays the bytes that were saved.</source>
        <translation>{name} 是另一张图片：版本始终是当初保存的内容。</translation>
    </message>
</context>
<context>
    <name>open with</name>
    <message>
        <source>Choose a program</source>
        <translation>选择程序</translation>
    </message>
    <message>
        <source>Other program…</source>
        <translation>其他程序…</translation>
    </message>
    <message>
        <source>Usual program</source>
        <translation>默认程序</translation>
    </message>
</context>
<context>
    <name>outgoing</name>
    <message>
        <source>Path copied.</source>
        <translation>已复制路径。</translation>
    </message>
    <message>
        <source>Picture copied.</source>
        <translation>已复制图片。</translation>
    </message>
    <message>
        <source>Prompt copied.</source>
        <translation>已复制提示词。</translation>
    </message>
    <message>
        <source>Waiting for the library&apos;s disk…</source>
        <translation>正在等待图库所在磁盘…</translation>
    </message>
    <message>
        <source>{count} paths copied.</source>
        <translation>已复制 {count} 条路径。</translation>
    </message>
    <message>
        <source>{count} pictures copied.</source>
        <translation>已复制 {count} 张图片。</translation>
    </message>
    <message>
        <source>{count} prompts copied.</source>
        <translation>已复制 {count} 条提示词。</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>All pictures</source>
        <translation>全部图片</translation>
    </message>
    <message>
        <source>Archived project</source>
        <translation>已归档项目</translation>
    </message>
    <message>
        <source>Ask before many pictures</source>
        <translation>张数较多先询问</translation>
    </message>
    <message>
        <source>Ask before spending more</source>
        <translation>超过金额先询问</translation>
    </message>
    <message>
        <source>Budget for a day</source>
        <translation>每日预算</translation>
    </message>
    <message>
        <source>Budget for a month</source>
        <translation>每月预算</translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation>同时调用数</translation>
    </message>
    <message>
        <source>Demo gateway</source>
        <translation>演示网关</translation>
    </message>
    <message>
        <source>Gateway address</source>
        <translation>网关地址</translation>
    </message>
    <message>
        <source>Go on to the next picture after rating one</source>
        <translation>评分后转到下一张</translation>
    </message>
    <message>
        <source>Going on after rating</source>
        <translation>评分后前进</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>图库文件夹</translation>
    </message>
    <message>
        <source>Model route</source>
        <translation>模型路由</translation>
    </message>
    <message>
        <source>Prices and figures</source>
        <translation>价格与数据</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Recent search</source>
        <translation>最近搜索</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search for “{words}”</source>
        <translation>搜索“{words}”</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Stay on a picture after rating it</source>
        <translation>评分后停留在当前图片</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Warning before a budget is used up</source>
        <translation>预算用完前提醒</translation>
    </message>
    <message>
        <source>When a group fails</source>
        <translation>分组失败时</translation>
    </message>
    <message>
        <source>auto-advance next picture</source>
        <translation>自动前进 下一张图片</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Android densities</source>
        <translation>Android 多密度</translation>
    </message>
    <message>
        <source>App Store screenshots</source>
        <translation>App Store 截图</translation>
    </message>
    <message>
        <source>App icon · ICO and ICNS</source>
        <translation>应用图标 · ICO 和 ICNS</translation>
    </message>
    <message>
        <source>Client JPEG</source>
        <translation>客户 JPEG</translation>
    </message>
    <message>
        <source>Favicon set</source>
        <translation>Favicon 图标组</translation>
    </message>
    <message>
        <source>Google Play screenshots</source>
        <translation>Google Play 截图</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>PNG as it is</source>
        <translation>PNG 原样</translation>
    </message>
    <message>
        <source>Print TIFF</source>
        <translation>印刷 TIFF</translation>
    </message>
    <message>
        <source>Social cards</source>
        <translation>社交分享图</translation>
    </message>
    <message>
        <source>Web srcset · WebP</source>
        <translation>网页 srcset · WebP</translation>
    </message>
    <message>
        <source>iOS asset · @1x @2x @3x</source>
        <translation>iOS 资源 · @1x @2x @3x</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Proofroom</source>
        <translation>Proofroom</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
    <message>
        <source>{count} pictures sent to the printer.</source>
        <translation>已将 {count} 张图片发送到打印机。</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read and was left out.</source>
        <translation>{name} 无法读取，已略过。</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Choose a count from 1 to 16.</source>
        <translation>请选择 1 到 16 之间的数量。</translation>
    </message>
    <message>
        <source>Choose a group: this one isn&apos;t in the catalog.</source>
        <translation>请选择分组：当前分组不在价目表中。</translation>
    </message>
    <message>
        <source>Choose another size or group: this one has no known price.</source>
        <translation>请选择其他分辨率或分组：当前选择没有已知价格。</translation>
    </message>
    <message>
        <source>Give each reference a name of its own: two have the same.</source>
        <translation>请为每张参考图取不同的名称：有两张重名。</translation>
    </message>
    <message>
        <source>Remove references: at most 14 can be sent.</source>
        <translation>请移除部分参考图：最多发送 14 张。</translation>
    </message>
    <message>
        <source>Write a prompt or add a reference.</source>
        <translation>请写提示词或添加参考图。</translation>
    </message>
</context>
<context>
    <name>projects</name>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>全部图片</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Create project “{name}”</source>
        <translation>新建项目“{name}”</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>New pictures go here</source>
        <translation>新图片存到这里</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>正在显示</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
</context>
<context>
    <name>published</name>
    <message>
        <source>A price that the gateway publishes can&apos;t be one.</source>
        <translation>网关公布的价格有误，无法采用。</translation>
    </message>
    <message>
        <source>Look at your account on the gateway&apos;s own page.</source>
        <translation>请在网关自己的页面上查看账户。</translation>
    </message>
    <message>
        <source>Not offered here: {what}.</source>
        <translation>此处不提供：{what}。</translation>
    </message>
    <message>
        <source>Paste the text of the model&apos;s page instead.</source>
        <translation>请改为粘贴模型页面的文本。</translation>
    </message>
    <message>
        <source>Shown after a login on its page only: {what}.</source>
        <translation>只在网关页面登录后显示：{what}。</translation>
    </message>
    <message>
        <source>The gateway could not be reached: {what}.</source>
        <translation>无法连接网关，未取得{what}。</translation>
    </message>
    <message>
        <source>The gateway doesn&apos;t list this model: {what}.</source>
        <translation>网关没有列出此模型，未取得{what}。</translation>
    </message>
    <message>
        <source>The gateway doesn&apos;t take this key: {what}.</source>
        <translation>网关不接受此密钥，未取得{what}。</translation>
    </message>
    <message>
        <source>The gateway publishes one price for all sizes, but its sizes differ in price.</source>
        <translation>网关对所有尺寸只公布一个价格，但各尺寸的价格并不相同。</translation>
    </message>
    <message>
        <source>The gateway was asked too often for now: {what}.</source>
        <translation>目前对网关的请求过于频繁，未取得{what}。</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer can&apos;t be read: {what}.</source>
        <translation>网关的应答无法读取，未取得{what}。</translation>
    </message>
    <message>
        <source>The gateway&apos;s price for this model is a formula.</source>
        <translation>网关以公式公布此模型的价格。</translation>
    </message>
    <message>
        <source>The gateway&apos;s price for this model is not per call.</source>
        <translation>网关对此模型不按次计价。</translation>
    </message>
    <message>
        <source>The gateway&apos;s prices are in another currency than ¥.</source>
        <translation>网关的价格使用 ¥ 以外的货币。</translation>
    </message>
    <message>
        <source>Try again in 20 minutes.</source>
        <translation>请在 20 分钟后重试。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>latency, throughput and uptime</source>
        <translation>延迟、吞吐量和可用率</translation>
    </message>
    <message>
        <source>log of calls</source>
        <translation>调用日志</translation>
    </message>
    <message>
        <source>prices</source>
        <translation>价格</translation>
    </message>
</context>
<context>
    <name>region</name>
    <message>
        <source>Change only this region</source>
        <translation>只修改此区域</translation>
    </message>
    <message>
        <source>Draw over what may change</source>
        <translation>涂出可以修改的地方</translation>
    </message>
    <message>
        <source>Everything outside stays as it is, pixel by pixel</source>
        <translation>区域外逐像素保持不变</translation>
    </message>
    <message>
        <source>In use: only this region may change</source>
        <translation>使用中：只修改此区域</translation>
    </message>
    <message>
        <source>Nothing is left of the region: all of it was erased</source>
        <translation>区域为空：已全部擦除</translation>
    </message>
    <message>
        <source>The composer has the region as it was before</source>
        <translation>创作面板中仍是改动前的区域</translation>
    </message>
</context>
<context>
    <name>replay</name>
    <message>
        <source>No key for this group.</source>
        <translation>此分组没有密钥。</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Replay {count} for {price}</source>
        <translation>重放 {count} 步 · {price}</translation>
    </message>
    <message>
        <source>The pictures leave this machine and go to {host}.</source>
        <translation>图片将离开本机，发往 {host}。</translation>
    </message>
    <message>
        <source>Without what was drawn on the picture then.</source>
        <translation>不含当时画在图片上的内容。</translation>
    </message>
</context>
<context>
    <name>saving</name>
    <message>
        <source>Original bytes ({type})</source>
        <translation>原始文件（{type}）</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>已复制路径。</translation>
    </message>
    <message>
        <source>Picture copied.</source>
        <translation>已复制图片。</translation>
    </message>
    <message>
        <source>Prompt copied.</source>
        <translation>已复制提示词。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已另存为 {name}。</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>&quot;red coat&quot; -snow</source>
        <translation>&quot;红大衣&quot; -雪</translation>
    </message>
    <message>
        <source>A word of prompts and tags</source>
        <translation>提示词和标签中的词</translation>
    </message>
    <message>
        <source>Access group, by a part of its name</source>
        <translation>分组，可只写名称的一部分</translation>
    </message>
    <message>
        <source>Arrived after it was cancelled</source>
        <translation>取消后到达</translation>
    </message>
    <message>
        <source>Aspect ratio, as ratio:16:9</source>
        <translation>宽高比，如 ratio:16:9</translation>
    </message>
    <message>
        <source>Beginning of an id</source>
        <translation>ID 的开头</translation>
    </message>
    <message>
        <source>Colour label</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>Continues another version</source>
        <translation>接续其他版本</translation>
    </message>
    <message>
        <source>Drawn by the demo gateway</source>
        <translation>由演示网关绘制</translation>
    </message>
    <message>
        <source>Looks like the picture with this id</source>
        <translation>与此 ID 的图片相似</translation>
    </message>
    <message>
        <source>Made before a day, month or year</source>
        <translation>在某日、某月或某年之前生成</translation>
    </message>
    <message>
        <source>Made elsewhere</source>
        <translation>在别处制作</translation>
    </message>
    <message>
        <source>Made on a day, or in a month or year</source>
        <translation>在某日、某月或某年生成</translation>
    </message>
    <message>
        <source>Made since a day, month or year</source>
        <translation>自某日、某月或某年起生成</translation>
    </message>
    <message>
        <source>Made with references</source>
        <translation>使用了参考图</translation>
    </message>
    <message>
        <source>Nearest to a colour, as color:#e07a5f</source>
        <translation>最接近某种颜色，如 color:#e07a5f</translation>
    </message>
    <message>
        <source>Neither picked nor rejected</source>
        <translation>未留用也未排除</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已留用</translation>
    </message>
    <message>
        <source>Picked, rejected, rated…</source>
        <translation>留用、排除、已评分…</translation>
    </message>
    <message>
        <source>Price of a picture, as cost:&gt;0.3</source>
        <translation>图片费用，如 cost:&gt;0.3</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Searched for before</source>
        <translation>以前搜索过</translation>
    </message>
    <message>
        <source>Size step, as size:4k or size:&gt;=2k</source>
        <translation>分辨率档位，如 size:4k 或 size:&gt;=2k</translation>
    </message>
    <message>
        <source>Stars, as rating:&gt;=4</source>
        <translation>评分，如 rating:&gt;=4</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Was continued</source>
        <translation>有后续版本</translation>
    </message>
    <message>
        <source>Whether another size came than was asked for</source>
        <translation>实得尺寸是否与要求不同</translation>
    </message>
    <message>
        <source>With a colour label</source>
        <translation>有色标</translation>
    </message>
    <message>
        <source>With references, a parent, tags…</source>
        <translation>有参考图、父版本、标签…</translation>
    </message>
    <message>
        <source>With stars</source>
        <translation>已评分</translation>
    </message>
    <message>
        <source>With tags</source>
        <translation>有标签</translation>
    </message>
    <message>
        <source>Without stars</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>Without tags</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>a colour is needed, as #e07a5f or blue</source>
        <translation>需要一种颜色，如 #e07a5f 或 blue</translation>
    </message>
    <message>
        <source>a day is needed, as 2026-11-30 or 2026-11</source>
        <translation>需要日期，如 2026-11-30 或 2026-11</translation>
    </message>
    <message>
        <source>a number is needed, as &gt;=4 or 0.3</source>
        <translation>需要数字，如 &gt;=4 或 0.3</translation>
    </message>
    <message>
        <source>exactly these words, and not that one</source>
        <translation>含有这组原词，且不含另一个词</translation>
    </message>
    <message>
        <source>nearest to this blue</source>
        <translation>最接近这种蓝色</translation>
    </message>
    <message>
        <source>nothing stands behind it yet</source>
        <translation>后面还没有内容</translation>
    </message>
    <message>
        <source>the best in 4K</source>
        <translation>4K 中评分最高的</translation>
    </message>
    <message>
        <source>there is no letter and no digit in it</source>
        <translation>其中没有文字或数字</translation>
    </message>
    <message>
        <source>there is no such value</source>
        <translation>没有这个值</translation>
    </message>
    <message>
        <source>what you picked</source>
        <translation>你留用的图片</translation>
    </message>
    <message>
        <source>wide ones that cost more than ¥0.30</source>
        <translation>费用超过 ¥0.30 的宽幅图片</translation>
    </message>
</context>
<context>
    <name>sending</name>
    <message>
        <source>A reference&apos;s file is gone from the library, or was changed.</source>
        <translation>图库中有参考图的文件已丢失，或被改动过。</translation>
    </message>
    <message>
        <source>An earlier turn of this conversation wasn&apos;t kept whole.</source>
        <translation>此对话之前有一轮没有完整保存。</translation>
    </message>
    <message>
        <source>Find its file, or continue another version.</source>
        <translation>请找到其文件，或接续其他版本。</translation>
    </message>
    <message>
        <source>Send fewer, or smaller ones.</source>
        <translation>请减少或缩小图片。</translation>
    </message>
    <message>
        <source>Send the picture afresh.</source>
        <translation>请用新对话发送图片。</translation>
    </message>
    <message>
        <source>Take the reference out, or add it again.</source>
        <translation>请移除此参考图，或重新添加。</translation>
    </message>
    <message>
        <source>The picture to continue isn&apos;t where it was, or was changed.</source>
        <translation>要接续的图片已不在原处，或被改动过。</translation>
    </message>
    <message>
        <source>These pictures are more than one request may hold.</source>
        <translation>这些图片超出了单次请求的上限。</translation>
    </message>
    <message>
        <source>This conversation has a picture that the model didn&apos;t make.</source>
        <translation>此对话中有并非由模型生成的图片。</translation>
    </message>
    <message>
        <source>This conversation is longer than one request may be.</source>
        <translation>此对话超出了单次请求的上限。</translation>
    </message>
</context>
<context>
    <name>sent</name>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>延续对话</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Picture afresh</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>To change</source>
        <translation>待修改</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>A group that fails is followed by {groups}.</source>
        <translation>分组失败时，依次改用 {groups}。</translation>
    </message>
    <message>
        <source>Keys are kept in the system keychain and nowhere else.</source>
        <translation>密钥只保存在系统钥匙串中。</translation>
    </message>
    <message>
        <source>No keychain here keeps secrets: keys last until you close.</source>
        <translation>此处没有可用的钥匙串：密钥保留到关闭为止。</translation>
    </message>
    <message>
        <source>No other group is asked.</source>
        <translation>不改用其他分组。</translation>
    </message>
    <message>
        <source>Prices as the gateway published them on {day}.</source>
        <translation>价格取自网关 {day} 的公布数据。</translation>
    </message>
    <message>
        <source>Prices as the model page showed them on {day}.</source>
        <translation>价格取自 {day} 的模型页面。</translation>
    </message>
    <message>
        <source>Prices as they came with Proofroom.</source>
        <translation>价格为 Proofroom 自带。</translation>
    </message>
    <message>
        <source>The demo gateway needs no keys.</source>
        <translation>演示网关不需要密钥。</translation>
    </message>
</context>
<context>
    <name>settling</name>
    <message>
        <source>1 call is unknown again, and counts as spent.</source>
        <translation>1 次调用恢复为未知，并计入花费。</translation>
    </message>
    <message>
        <source>1 call selected, {price}</source>
        <translation>已选择 1 次调用，{price}</translation>
    </message>
    <message>
        <source>1 call settled: charged.</source>
        <translation>已核定 1 次调用：已扣费。</translation>
    </message>
    <message>
        <source>1 call settled: not charged.</source>
        <translation>已核定 1 次调用：未扣费。</translation>
    </message>
    <message>
        <source>1 call stays unknown.</source>
        <translation>1 次调用仍为未知。</translation>
    </message>
    <message>
        <source>1 call stays unknown: settle it by hand in the ledger.</source>
        <translation>1 次调用仍为未知：请在账本中手动核定。</translation>
    </message>
    <message>
        <source>1 call, {price}, may have been charged</source>
        <translation>1 次调用（{price}）可能已扣费</translation>
    </message>
    <message>
        <source>Ask the gateway&apos;s log</source>
        <translation>查询网关日志</translation>
    </message>
    <message>
        <source>Copy refund claim</source>
        <translation>复制退款申请</translation>
    </message>
    <message>
        <source>It cost nothing: settled by hand.</source>
        <translation>未产生费用：已手动核定。</translation>
    </message>
    <message>
        <source>It cost nothing: the gateway&apos;s log shows no charge.</source>
        <translation>未产生费用：网关日志中没有扣费。</translation>
    </message>
    <message>
        <source>It cost {price}: settled by hand.</source>
        <translation>费用 {price}：已手动核定。</translation>
    </message>
    <message>
        <source>It cost {price}: the gateway&apos;s log has its charge.</source>
        <translation>费用 {price}：网关日志中有此扣费。</translation>
    </message>
    <message>
        <source>It was charged</source>
        <translation>标为已扣费</translation>
    </message>
    <message>
        <source>It wasn&apos;t charged</source>
        <translation>标为未扣费</translation>
    </message>
    <message>
        <source>No call is in question at this gateway.</source>
        <translation>此网关没有存疑的调用。</translation>
    </message>
    <message>
        <source>Select rows to settle them by hand.</source>
        <translation>选择要手动核定的行。</translation>
    </message>
    <message>
        <source>Send it again if you wish.</source>
        <translation>需要时可重新发送。</translation>
    </message>
    <message>
        <source>Settle by hand</source>
        <translation>手动核定</translation>
    </message>
    <message>
        <source>The gateway says {told}, its price was {listed}.</source>
        <translation>网关记录为 {told}，其价格为 {listed}。</translation>
    </message>
    <message>
        <source>The gateway&apos;s log proves nothing of 1 call: it stays unknown.</source>
        <translation>网关日志无法证明 1 次调用的扣费：仍为未知。</translation>
    </message>
    <message>
        <source>The gateway&apos;s log proves nothing of {count} calls: they stay unknown.</source>
        <translation>网关日志无法证明 {count} 次调用的扣费：仍为未知。</translation>
    </message>
    <message>
        <source>The gateway&apos;s log says: {charged} charged, {free} not charged.</source>
        <translation>网关日志显示：{charged} 次已扣费，{free} 次未扣费。</translation>
    </message>
    <message>
        <source>There is no key to ask with for {groups}.</source>
        <translation>{groups} 没有可用于查询的密钥。</translation>
    </message>
    <message>
        <source>This gateway offers no log of calls.</source>
        <translation>此网关不提供调用日志。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unknown again</source>
        <translation>恢复为未知</translation>
    </message>
    <message>
        <source>{charge} · by hand</source>
        <translation>{charge} · 手动</translation>
    </message>
    <message>
        <source>{charge} · by log</source>
        <translation>{charge} · 按日志</translation>
    </message>
    <message>
        <source>{charge} · settled by hand on {day}</source>
        <translation>{charge} · {day} 手动核定</translation>
    </message>
    <message>
        <source>{charge} · settled by the gateway&apos;s log on {day}</source>
        <translation>{charge} · {day} 按网关日志核定</translation>
    </message>
    <message>
        <source>{count} calls are unknown again, and count as spent.</source>
        <translation>{count} 次调用恢复为未知，并计入花费。</translation>
    </message>
    <message>
        <source>{count} calls selected, {price}</source>
        <translation>已选择 {count} 次调用，{price}</translation>
    </message>
    <message>
        <source>{count} calls settled: charged.</source>
        <translation>已核定 {count} 次调用：已扣费。</translation>
    </message>
    <message>
        <source>{count} calls settled: not charged.</source>
        <translation>已核定 {count} 次调用：未扣费。</translation>
    </message>
    <message>
        <source>{count} calls stay unknown.</source>
        <translation>{count} 次调用仍为未知。</translation>
    </message>
    <message>
        <source>{count} calls stay unknown: settle them by hand in the ledger.</source>
        <translation>{count} 次调用仍为未知：请在账本中手动核定。</translation>
    </message>
    <message>
        <source>{count} calls, {price}, may have been charged</source>
        <translation>{count} 次调用（{price}）可能已扣费</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{month}{day}日</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}年{month}{day}日</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Blocked</source>
        <translation>被拦截</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>接收中</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存中</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>tile</name>
    <message>
        <source>First draft</source>
        <translation>初稿</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>arrived after cancel</source>
        <translation>取消后到达</translation>
    </message>
    <message>
        <source>asked {asked}, got {got}</source>
        <translation>要求 {asked}，实得 {got}</translation>
    </message>
    <message>
        <source>blue label</source>
        <translation>蓝色色标</translation>
    </message>
    <message>
        <source>got {size}</source>
        <translation>实得 {size}</translation>
    </message>
    <message>
        <source>green label</source>
        <translation>绿色色标</translation>
    </message>
    <message>
        <source>paid {asked}, got {got}</source>
        <translation>付费 {asked}，实得 {got}</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>已留用</translation>
    </message>
    <message>
        <source>purple label</source>
        <translation>紫色色标</translation>
    </message>
    <message>
        <source>rated {count} of 5</source>
        <translation>评分 {count} / 5</translation>
    </message>
    <message>
        <source>red label</source>
        <translation>红色色标</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>yellow label</source>
        <translation>黄色色标</translation>
    </message>
    <message>
        <source>{number} · Deleted</source>
        <translation>{number} · 已删除</translation>
    </message>
    <message>
        <source>“{prompt}”</source>
        <translation>“{prompt}”</translation>
    </message>
</context>
<context>
    <name>tree</name>
    <message>
        <source>1 continues it</source>
        <translation>1 个后续版本</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>无提示词</translation>
    </message>
    <message>
        <source>Nothing left</source>
        <translation>没有剩余版本</translation>
    </message>
    <message>
        <source>Same prompt</source>
        <translation>提示词相同</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>branch {name}</source>
        <translation>分支 {name}</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>in the linked file {name}</source>
        <translation>在链接文件 {name} 中</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>在回收站中</translation>
    </message>
    <message>
        <source>{count} archived</source>
        <translation>{count} 个已归档</translation>
    </message>
    <message>
        <source>{count} continue it</source>
        <translation>{count} 个后续版本</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>{count} 个已隐藏</translation>
    </message>
    <message>
        <source>{folded}, folded</source>
        <translation>{folded}，已折叠</translation>
    </message>
</context>
<context>
    <name>versions</name>
    <message>
        <source>Archive branch</source>
        <translation>归档分支</translation>
    </message>
    <message>
        <source>Bring branch back</source>
        <translation>取消归档分支</translation>
    </message>
    <message>
        <source>Client page…</source>
        <translation>客户页面…</translation>
    </message>
    <message>
        <source>Contact sheet…</source>
        <translation>联系表…</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy paths</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Copy prompts</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Copy {count} pictures</source>
        <translation>复制 {count} 张图片</translation>
    </message>
    <message>
        <source>Export {count} pictures…</source>
        <translation>导出 {count} 张图片…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>查找相似图片</translation>
    </message>
    <message>
        <source>Hand off</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Hide branch</source>
        <translation>隐藏分支</translation>
    </message>
    <message>
        <source>Iterate</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Link to a file…</source>
        <translation>链接到文件…</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Name branch…</source>
        <translation>命名分支…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open tree</source>
        <translation>打开版本树</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>打开方式</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Put together with its parent</source>
        <translation>与父版本合成</translation>
    </message>
    <message>
        <source>Replay its edits…</source>
        <translation>重放其修改…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show branch</source>
        <translation>显示分支</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>版本树</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>再次使用</translation>
    </message>
    <message>
        <source>Use as reference</source>
        <translation>用作参考图</translation>
    </message>
    <message>
        <source>Use as references</source>
        <translation>用作参考图</translation>
    </message>
    <message>
        <source>Use this version in the linked file</source>
        <translation>在链接文件中使用此版本</translation>
    </message>
</context>
<context>
    <name>viewer</name>
    <message>
        <source>As the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>棋盘格</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>在回收站中</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已留用</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>The picture is too large to show</source>
        <translation>图片过大，无法显示</translation>
    </message>
    <message>
        <source>The picture&apos;s file can&apos;t be read</source>
        <translation>无法读取图片文件</translation>
    </message>
    <message>
        <source>The picture&apos;s file is damaged</source>
        <translation>图片文件已损坏</translation>
    </message>
    <message>
        <source>The picture&apos;s file isn&apos;t there</source>
        <translation>图片文件不存在</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>清晰</translation>
    </message>
    <message>
        <source>{name} has more pixels than fit in memory.</source>
        <translation>{name} 的像素过多，内存放不下。</translation>
    </message>
    <message>
        <source>{name} is there, but the disk or its permissions keep Proofroom from reading it.</source>
        <translation>{name} 存在，但因磁盘或权限问题，Proofroom 无法读取。</translation>
    </message>
    <message>
        <source>{name} was cut off or overwritten. Only its thumbnail is left here.</source>
        <translation>{name} 被截断或覆盖，这里只剩缩略图。</translation>
    </message>
    <message>
        <source>{name} was moved or deleted outside Proofroom. Only its thumbnail is left here.</source>
        <translation>{name} 在 Proofroom 之外被移动或删除，这里只剩缩略图。</translation>
    </message>
    <message>
        <source>{position} of {count}</source>
        <translation>{position} / {count}</translation>
    </message>
</context>
<context>
    <name>viewing</name>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>外框</translation>
    </message>
    <message>
        <source>Mark up</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>No prompt</source>
        <translation>无提示词</translation>
    </message>
    <message>
        <source>{count} %</source>
        <translation>{count}%</translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation>{count} GB</translation>
    </message>
    <message>
        <source>{count} KB</source>
        <translation>{count} KB</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}年{month}{day}日</translation>
    </message>
    <message>
        <source>{day} {month} {year}, {time}</source>
        <translation>{year}年{month}{day}日 {time}</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} 至 {most}</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
</context>
</TS>
