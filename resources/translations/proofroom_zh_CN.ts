<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
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
    <name>DropOverlay</name>
    <message>
        <source>Use as references</source>
        <translation>用作参考图</translation>
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
    <name>ManyPart</name>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
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
        <source>Fit</source>
        <translation>适合窗口</translation>
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
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>幻灯片放映</translation>
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
        <source>Back to the gallery</source>
        <translation>返回画廊</translation>
    </message>
    <message>
        <source>Clear rating</source>
        <translation>清除评分</translation>
    </message>
    <message>
        <source>Close second window</source>
        <translation>关闭第二窗口</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
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
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Find similar pictures</source>
        <translation>查找相似图片</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
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
        <source>Hide info</source>
        <translation>隐藏信息</translation>
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
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
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
        <source>Move to project…</source>
        <translation>移到项目…</translation>
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
        <source>Next background</source>
        <translation>切换背景</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下一月</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Open or close the stack</source>
        <translation>展开或收起堆叠</translation>
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
        <source>Rate: {rating}</source>
        <translation>评分：{rating}</translation>
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
        <source>Show every picture in its own tile</source>
        <translation>每张图片单独显示</translation>
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
        <source>Use as reference</source>
        <translation>用作参考图</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看器</translation>
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
    <name>deeds</name>
    <message>
        <source>Archived the project {name}</source>
        <translation>归档项目 {name}</translation>
    </message>
    <message>
        <source>Brought the project {name} back</source>
        <translation>取消归档项目 {name}</translation>
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
        <source>Tagged 1 picture</source>
        <translation>修改 1 张图片的标签</translation>
    </message>
    <message>
        <source>Tagged {count} pictures</source>
        <translation>修改 {count} 张图片的标签</translation>
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
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
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
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
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
        <source>Save it as PNG, JPEG or WebP in another program and import that.</source>
        <translation>请用其他程序存为 PNG、JPEG 或 WebP，再导入。</translation>
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
        <source>There is a project {name} already.</source>
        <translation>已有项目 {name}。</translation>
    </message>
    <message>
        <source>There is no key for the group {group}.</source>
        <translation>分组 {group} 没有密钥。</translation>
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
        <source>Type a name.</source>
        <translation>请输入名称。</translation>
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
        <source>{name} has other content than the picture that is missing.</source>
        <translation>{name} 的内容与丢失的图片不同。</translation>
    </message>
    <message>
        <source>{name} is a {kind} picture, which the library can&apos;t keep as it is.</source>
        <translation>{name} 是 {kind} 图片，图库无法原样保存。</translation>
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
        <source>{name} isn&apos;t there or can&apos;t be read.</source>
        <translation>{name} 不存在或无法读取。</translation>
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
        <source>Ask before spending more</source>
        <translation>超过金额先询问</translation>
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
        <source>auto-advance next picture</source>
        <translation>自动前进 下一张图片</translation>
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
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>arrived after cancel</source>
        <translation>取消后到达</translation>
    </message>
    <message>
        <source>blue label</source>
        <translation>蓝色色标</translation>
    </message>
    <message>
        <source>green label</source>
        <translation>绿色色标</translation>
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
    <name>versions</name>
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
        <source>Find similar</source>
        <translation>查找相似图片</translation>
    </message>
    <message>
        <source>Iterate</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
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
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Use as reference</source>
        <translation>用作参考图</translation>
    </message>
    <message>
        <source>Use as references</source>
        <translation>用作参考图</translation>
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
    <name>wording</name>
    <message>
        <source>No prompt</source>
        <translation>无提示词</translation>
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
        <source>{day} {month} {year}, {time}</source>
        <translation>{year}年{month}{day}日 {time}</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
</context>
</TS>
