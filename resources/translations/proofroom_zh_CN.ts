<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CatalogUpdateDialog</name>
    <message>
        <source>Accept</source>
        <translation>采用</translation>
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
    <name>ComposerFields</name>
    <message>
        <source>1 character</source>
        <translation>1 个字符</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>添加参考图</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>宽高比</translation>
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
        <source>References</source>
        <translation>参考图</translation>
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
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{count} / {most}</translation>
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
        <source>Start afresh</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>its picture is sent along</source>
        <translation>会一并发送其图片</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
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
    <name>EstimateCard</name>
    <message>
        <source>Estimate</source>
        <translation>预估</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>1 job, {price}. Run it?</source>
        <translation>1 个任务，{price}。要运行吗？</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>No prompt contains “{query}”.</source>
        <translation>没有提示词包含“{query}”。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Run for {price}</source>
        <translation>运行 · {price}</translation>
    </message>
    <message>
        <source>Tile size</source>
        <translation>缩略图大小</translation>
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
    <message>
        <source>{count} jobs, {price}. Run them?</source>
        <translation>{count} 个任务，{price}。要运行吗？</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Gallery</source>
        <translation>画廊</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>it could not be sent</source>
        <translation>未能发出</translation>
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
        <source>{retry}: {why} · not charged</source>
        <translation>{retry}：{why} · 未扣费</translation>
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
        <source>Jobs are under way</source>
        <translation>有任务正在进行</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Proofroom</source>
        <translation>Proofroom</translation>
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
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Ask before spending more than</source>
        <translation>超过此金额先询问</translation>
    </message>
    <message>
        <source>Ask before spending more than (¥)</source>
        <translation>超过此金额先询问（¥）</translation>
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
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
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
        <source>Prices and figures</source>
        <translation>价格与数据</translation>
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
</context>
<context>
    <name>SpendButton</name>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
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
    <name>ThumbTile</name>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Charged {amount}</source>
        <translation>已扣费 {amount}</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
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
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search prompts…</source>
        <translation>搜索提示词…</translation>
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
    <name>TreeView</name>
    <message>
        <source>Iterations</source>
        <translation>迭代记录</translation>
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
        <source>Palette</source>
        <translation>色板</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>{count} versions · {cost}</source>
        <translation>{count} 个版本 · {cost}</translation>
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
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新增分组</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>没有变化。</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
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
        <source>{count} differ, the rest is unchanged:</source>
        <translation>{count} 项有变化，其余不变：</translation>
    </message>
    <message>
        <source>{groups} groups and {prices} prices read.</source>
        <translation>已读取 {groups} 个分组、{prices} 个价格。</translation>
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
    <name>composer</name>
    <message>
        <source>1 image × {price}</source>
        <translation>1 张 × {price}</translation>
    </message>
    <message>
        <source>Add references</source>
        <translation>添加参考图</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>As little thinking as the model can do</source>
        <translation>模型所能做到的最少思考</translation>
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
        <source>Choose a group.</source>
        <translation>请选择分组。</translation>
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
        <source>No key for this group</source>
        <translation>此分组没有密钥</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>未打开图库。</translation>
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
        <source>The model decides</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>The version this continued is no longer in the library.</source>
        <translation>所接续的版本已不在图库中。</translation>
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
        <source>if this key bills at {group}</source>
        <translation>假定此密钥按 {group} 计费</translation>
    </message>
    <message>
        <source>per image</source>
        <translation>每张</translation>
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
        <source>{name} is a reference already.</source>
        <translation>{name} 已在参考图中。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
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
        <source>Group</source>
        <translation>分组</translation>
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
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考图</translation>
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
    <message>
        <source>{size}, {step} was asked</source>
        <translation>{size}（{step}）</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Connect a gateway key</source>
        <translation>连接网关密钥</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Update from model page</source>
        <translation>从模型页面更新</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A key can&apos;t be sent safely to “{address}”.</source>
        <translation>密钥无法安全地发送到“{address}”。</translation>
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
        <source>Choose another group, or allow it at the gateway.</source>
        <translation>请选择其他分组，或在网关开通权限。</translation>
    </message>
    <message>
        <source>Close the other program, or choose another folder.</source>
        <translation>请关闭另一个程序，或换一个文件夹。</translation>
    </message>
    <message>
        <source>If its picture still comes, it is saved.</source>
        <translation>如果图片仍然到达，会自动保存。</translation>
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
        <source>Proofroom closed before the answer came.</source>
        <translation>Proofroom 在收到应答前已关闭。</translation>
    </message>
    <message>
        <source>Read what it wrote, change the prompt, then send it again.</source>
        <translation>请阅读模型回复，修改提示词后重新发送。</translation>
    </message>
    <message>
        <source>See the ledger for its charge.</source>
        <translation>扣费情况请查看账本。</translation>
    </message>
    <message>
        <source>Send fewer or smaller references.</source>
        <translation>请减少或缩小参考图。</translation>
    </message>
    <message>
        <source>Send it again later, or choose another group.</source>
        <translation>请稍后重新发送，或选择其他分组。</translation>
    </message>
    <message>
        <source>Set the gateway&apos;s new address in Settings, if you trust it.</source>
        <translation>如果信任新地址，请在设置中修改网关地址。</translation>
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
        <source>The model answered without a picture.</source>
        <translation>模型只回复了文字，没有图片。</translation>
    </message>
    <message>
        <source>The model stopped before the picture was finished.</source>
        <translation>图片完成前，模型已停止。</translation>
    </message>
    <message>
        <source>The picture is saved.</source>
        <translation>图片已保存。</translation>
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
        <source>There is no key for the group {group}.</source>
        <translation>分组 {group} 没有密钥。</translation>
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
        <source>{name} is no picture, or it is damaged.</source>
        <translation>{name} 不是图片，或已损坏。</translation>
    </message>
    <message>
        <source>{name} is too large to send; the limit is {limit}.</source>
        <translation>{name} 过大，无法发送；上限为 {limit}。</translation>
    </message>
    <message>
        <source>{name} isn&apos;t there or can&apos;t be read.</source>
        <translation>{name} 不存在或无法读取。</translation>
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
        <source>If you leave now, its outcome is unknown and it may be charged.</source>
        <translation>如果现在退出，任务的结果未知，且可能扣费。</translation>
    </message>
    <message>
        <source>If you leave now, their outcome is unknown and they may be charged.</source>
        <translation>如果现在退出，这些任务的结果未知，且可能扣费。</translation>
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
        <source>Remove references: at most 14 can be sent.</source>
        <translation>请移除部分参考图：最多发送 14 张。</translation>
    </message>
    <message>
        <source>Write a prompt or add a reference.</source>
        <translation>请写提示词或添加参考图。</translation>
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
    <name>settings</name>
    <message>
        <source>Keys are kept in the system keychain and nowhere else.</source>
        <translation>密钥只保存在系统钥匙串中。</translation>
    </message>
    <message>
        <source>No keychain here keeps secrets: keys last until you close.</source>
        <translation>此处没有可用的钥匙串：密钥保留到关闭为止。</translation>
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
    <message>
        <source>Type an amount such as 5.00 to be asked above it.</source>
        <translation>请输入金额，例如 5.00；超过时会先询问。</translation>
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
        <source>arrived after cancel</source>
        <translation>取消后到达</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>{number} · First draft</source>
        <translation>{number} · 初稿</translation>
    </message>
    <message>
        <source>{number} · “{prompt}”</source>
        <translation>{number} · “{prompt}”</translation>
    </message>
    <message>
        <source>{size} delivered</source>
        <translation>实得 {size}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>No prompt</source>
        <translation>无提示词</translation>
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
        <source>{day} {month} {year}, {time}</source>
        <translation>{year}年{month}{day}日 {time}</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
</context>
</TS>
